import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { WordsSource } from "./dictionary.js";
import { loadMessages } from "./load-messages.js";
import { withAllWords } from "./pseudo.js";

describe("the README's language in one file", () => {
  it("is what it says", async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [, code = ""] = /```js\n(\/\/ drama-fr\.js\n[^`]*(?:`[^`\n]*`[^`]*)*?)```/.exec(readme) ?? [];
    const module: { default: WordsSource } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const messages = await loadMessages("fr", module.default);
    const { gate, close } = withAllWords(messages);
    assert.deepEqual(
      [messages.lang, messages.watch, messages.episodeCount(1), gate.unlockFor("60"), close],
      ["fr", "Regarder", "1 épisode", "Débloquer pour 60", "Close"],
    );
  });
});
