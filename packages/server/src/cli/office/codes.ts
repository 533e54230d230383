import { createCode, digestCode } from "../../ledger/codes.js";
import { ConfigurationError } from "../exit.js";
import { chooseEpisodes, type GiftOptions, readInstant } from "./gift.js";
import { withOffice } from "./open-office.js";

/** Options of `codes`. */
export interface CodesOptions extends Pick<GiftOptions, "data" | "catalogue" | "episodes"> {
  readonly series: string;
  readonly batch: string;
  readonly uses: number;
  readonly expires?: string;
}

const MAX_CODES = 10_000;

/**
 * `codes`: makes codes that viewers type to open episodes, and writes them to standard output, one in a line. They are
 * kept nowhere else: the ledger has only their digests.
 *
 * @throws ConfigurationError
 */
export async function codes(count: number, options: CodesOptions): Promise<void> {
  const { data, batch, uses, expires } = options;
  if (count < 1 || count > MAX_CODES)
    throw new ConfigurationError("count", `from 1 to ${MAX_CODES} codes, not ${count}`);
  const { series, episodes } = chooseEpisodes(options);
  const made = Array.from({ length: count }, createCode);
  await withOffice(data, async (office) =>
    office.addCodes({
      ...{ digests: await Promise.all(made.map(digestCode)), batch, series, uses },
      ...(options.episodes ? { episodes } : {}),
      ...(expires === undefined ? {} : { expiresAt: readInstant("--expires", expires) }),
      at: new Date().toISOString(),
    }),
  );
  process.stdout.write(`${made.join("\n")}\n`);
}
