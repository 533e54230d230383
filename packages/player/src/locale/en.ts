import type { Messages } from "./messages.js";
import { createNumberFormats } from "./number-formats.js";

/** English, as far as the first frame speaks; `selectOpenedMessages` has the rest. */
export function createMessages(lang = "en"): Messages {
  const format = createNumberFormats(lang);
  return {
    lang,
    dir: "ltr",
    format,
    player: (series) => `Series player: ${series}`,
    loading: "Loading…",
    episodes: "Episodes",
    episodeCount: (count) => format.plural(count, { one: "# episode", other: "# episodes" }),
    episodeTitle: (n, title) => `Episode ${format.number(n)} — ${title}`,
    watch: "Watch",
    close: "Close",
    retry: "Try again",
    offline: "You are offline. What is loaded keeps playing.",
    seriesFailure: "This series could not be loaded.",
    partMissing: "A part of the player could not be loaded.",
  };
}
