import { readFileSync } from "node:fs";
import { type Catalogue, isDramaError, parseCatalogue } from "@micro-drama/protocol";
import { ConfigurationError } from "../cli/exit.js";
import { parsePriceList } from "../pricing/parse-price-list.js";
import { type PriceList, selectSeriesPrices } from "../pricing/price-list.js";

/** What a platform sells, and for how much. */
export interface Seed {
  readonly catalogues: readonly Catalogue[];
  readonly prices: PriceList;
}

/**
 * Reads the catalogues and the price list, and looks whether they fit together.
 *
 * @throws ConfigurationError naming the file and the field
 */
export function loadSeed({
  catalogue,
  prices: file,
}: {
  catalogue: readonly string[];
  prices: string;
}): Seed {
  const prices = readFile(file, parsePriceList);
  const catalogues = catalogue.map((path) => readFile(path, parseCatalogue));
  const ids = catalogues.map(({ id }) => id);
  catalogues.forEach(({ id }, index) => {
    const where = catalogue[index] ?? "";
    if (ids.indexOf(id) !== index)
      throw new ConfigurationError(where, `$.id: '${id}' is also the id of ${catalogue[ids.indexOf(id)]}`);
    if (!selectSeriesPrices(prices, id))
      throw new ConfigurationError(file, `$.series: no prices for '${id}', and no '*' for all others`);
  });
  for (const [id, { overrides }] of prices.series) {
    const known = catalogues.find((entry) => entry.id === id)?.episodes.map((episode) => episode.id);
    const stray = known && [...overrides.keys()].find((episode) => !known.includes(episode));
    if (stray !== undefined)
      throw new ConfigurationError(file, `$.series.${id}.overrides.${stray}: the series has no such episode`);
  }
  return { catalogues, prices };
}

function readFile<T>(path: string, parse: (json: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const isForeseen = isDramaError(error) || error instanceof SyntaxError || isNodeError(error);
    if (!isForeseen) throw error;
    throw new ConfigurationError(path, error.message);
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
