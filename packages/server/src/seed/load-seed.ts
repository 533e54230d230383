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
  const catalogues = loadCatalogues(catalogue);
  const unpriced = catalogues.find(({ id }) => !selectSeriesPrices(prices, id));
  if (unpriced)
    throw new ConfigurationError(file, `$.series: no prices for '${unpriced.id}', and no '*' for all others`);
  for (const [id, { overrides }] of prices.series) {
    const known = catalogues.find((entry) => entry.id === id)?.episodes.map((episode) => episode.id);
    const stray = known && [...overrides.keys()].find((episode) => !known.includes(episode));
    if (stray !== undefined)
      throw new ConfigurationError(file, `$.series.${id}.overrides.${stray}: the series has no such episode`);
  }
  return { catalogues, prices };
}

/**
 * Reads the catalogues alone.
 *
 * @throws ConfigurationError naming the file and the field
 */
export function loadCatalogues(files: readonly string[]): readonly Catalogue[] {
  const catalogues = files.map((path) => readFile(path, parseCatalogue));
  const ids = catalogues.map(({ id }) => id);
  ids.forEach((id, index) => {
    const first = ids.indexOf(id);
    if (first !== index)
      throw new ConfigurationError(files[index] ?? "", `$.id: '${id}' is also the id of ${files[first]}`);
  });
  return catalogues;
}

/** Reads one file of JSON. @throws ConfigurationError naming the file and the field */
export function readFile<T>(path: string, parse: (json: unknown) => T): T {
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
