import { readFile } from "../../seed/load-seed.js";
import { parseViewers } from "../../seed/parse-viewers.js";
import { writeLine } from "../events.js";
import { chooseEpisodes } from "./gift.js";
import { withOffice } from "./open-office.js";

/** Options of `seed`. */
export interface SeedOptions {
  readonly data: string;
  readonly catalogue?: readonly string[];
}

/** Stands in the journals of what a seed gave. */
const PRICE_LIST = "seed";

/**
 * `seed`: makes viewers with coins and rights, for a test platform. Repeating it gives nothing twice.
 *
 * @throws ConfigurationError naming the file and the field
 */
export async function seed(file: string, { data, catalogue = [] }: SeedOptions): Promise<void> {
  const viewers = readFile(file, parseViewers).map((viewer) => ({
    ...viewer,
    rights: viewer.unlocks.map((unlock) => chooseEpisodes({ catalogue, ...unlock })),
  }));
  await withOffice(data, async (office) => {
    const facts = { at: new Date().toISOString(), priceList: PRICE_LIST };
    for (const { issuer, subject, paid, bonus, rights } of viewers) {
      const key = await office.openViewer({ issuer, subject }, { ...facts, paid: 0, bonus: 0 });
      if (paid + bonus > 0) await office.gift(key, { ...facts, ref: "seed", paid, bonus });
      for (const right of rights)
        await office.gift(key, { ...facts, ref: `seed/${right.series}`, paid: 0, bonus: 0, ...right });
    }
    writeLine({ seeded: viewers.length });
  });
}
