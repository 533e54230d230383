import type { Messages } from "./messages.js";
import { createNumberFormats } from "./number-formats.js";

/** English, as far as the first frame speaks; `selectOpenedMessages` has the rest. */
export function createMessages(lang = "en"): Messages {
  const format = createNumberFormats(lang);
  // English writes small whole numbers as they are: the first render needs no `Intl`.
  const toText = (value: number): string => (value < 1000 ? String(value) : format.number(value));
  return {
    lang,
    dir: "ltr",
    format,
    player: (series) => `Series player: ${series}`,
    loading: "Loading…",
    episodes: "Episodes",
    episodeCount: (count) => `${toText(count)} ${count === 1 ? "episode" : "episodes"}`,
    episodeTitle: (n, title) => `Episode ${toText(n)} — ${title}`,
    watch: "Watch",
    close: "Close",
    retry: "Try again",
    offline: "You are offline. What is loaded keeps playing.",
    seriesFailure: "This series could not be loaded.",
    partMissing: "A part of the player could not be loaded.",
  };
}
