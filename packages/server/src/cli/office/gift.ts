import { randomUUID } from "node:crypto";
import type { Catalogue } from "@micro-drama/protocol";
import { loadCatalogues } from "../../seed/load-seed.js";
import { writeLine } from "../events.js";
import { ConfigurationError } from "../exit.js";
import { withOffice } from "./open-office.js";
import { findViewer, type ViewerOptions } from "./viewer.js";

/** Options of `gift`. */
export interface GiftOptions extends ViewerOptions {
  readonly bonus: number;
  readonly paid: number;
  readonly catalogue?: readonly string[];
  readonly series?: string;
  readonly episodes?: readonly string[];
  readonly until?: string;
  readonly note?: string;
  readonly ref?: string;
}

/** Stands in the journal where purchases name their price list. */
const NO_PRICE_LIST = "gift";

/**
 * `gift`: gives a viewer coins, episodes, or both, once for a reference.
 *
 * @throws ConfigurationError
 */
export async function gift(subject: string, options: GiftOptions): Promise<void> {
  const { data, issuer, bonus, paid, until, note } = options;
  const rights = options.series === undefined ? undefined : chooseEpisodes(options);
  if (!rights && bonus + paid === 0)
    throw new ConfigurationError("gift", "say what: --bonus, --paid, or --series with --catalogue");
  const ref = options.ref ?? randomUUID();
  await withOffice(data, async (office) => {
    const viewer = await findViewer(office, issuer, subject);
    const order = {
      ...{ ref, at: new Date().toISOString(), paid, bonus, priceList: NO_PRICE_LIST, ...rights },
      ...(until === undefined ? {} : { until: readInstant("--until", until) }),
      ...(note === undefined ? {} : { note }),
    };
    const outcome = await office.gift(viewer, order).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${why}\nIt is not known whether the gift was given: repeat it with --ref ${ref}.`, {
        cause: error,
      });
    });
    writeLine({ ...outcome, ref });
  });
}

/**
 * The series and its locked episodes that a command names; all of them when it names none.
 *
 * @throws ConfigurationError for a series or an episode that the catalogues do not have
 */
export function chooseEpisodes(options: Pick<GiftOptions, "catalogue" | "series" | "episodes">) {
  const catalogue = loadCatalogues(options.catalogue ?? []).find(({ id }) => id === options.series);
  if (!catalogue)
    throw new ConfigurationError("--series", `no --catalogue describes the series '${options.series}'`);
  const locked = lockedEpisodes(catalogue);
  const stray = options.episodes?.find((id) => !locked.includes(id));
  if (stray !== undefined)
    throw new ConfigurationError("--episodes", `${catalogue.id} has no locked episode '${stray}'`);
  return {
    series: catalogue.id,
    rightsHolder: catalogue.rightsHolder,
    episodes: options.episodes ?? locked,
  };
}

/** An instant as people write it, in the ledger's way. @throws ConfigurationError */
export function readInstant(field: string, text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new ConfigurationError(field, `'${text}' is no date, such as 2027-01-31`);
  return new Date(time).toISOString();
}

function lockedEpisodes({ episodes }: Catalogue): readonly string[] {
  return episodes.filter(({ access }) => access === "locked").map(({ id }) => id);
}
