import { readId, readList, readObject, readText, readWhole } from "../fields.js";
import type { Identity } from "../store/store.js";

/** A viewer to begin with, with coins and rights. */
export interface SeedViewer extends Identity {
  readonly paid: number;
  readonly bonus: number;
  readonly unlocks: readonly { readonly series: string; readonly episodes: readonly string[] }[];
}

const MAX_COINS = 10_000_000;

/**
 * Reads `{viewers: [{issuer, subject, paid?, bonus?, unlocks?: [{series, episodes}]}]}`.
 *
 * @throws ParseError naming the field
 */
export function parseViewers(json: unknown): readonly SeedViewer[] {
  const { viewers } = readObject(json, "$");
  return readList(viewers, "$.viewers").map((value, index) => {
    const path = `$.viewers[${index}]`;
    const fields = readObject(value, path);
    const coins = (name: "paid" | "bonus") =>
      fields[name] === undefined ? 0 : readWhole(fields[name], `${path}.${name}`, { max: MAX_COINS });
    return {
      issuer: readText(fields.issuer, `${path}.issuer`),
      subject: readText(fields.subject, `${path}.subject`),
      paid: coins("paid"),
      bonus: coins("bonus"),
      unlocks: readList(fields.unlocks ?? [], `${path}.unlocks`).map((item, place) => {
        const at = `${path}.unlocks[${place}]`;
        const { series, episodes } = readObject(item, at);
        return {
          series: readId(series, `${at}.series`),
          episodes: readList(episodes, `${at}.episodes`).map((id) => readId(id, `${at}.episodes`)),
        };
      }),
    };
  });
}
