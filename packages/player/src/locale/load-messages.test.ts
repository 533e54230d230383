import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Words, WordsSource } from "./dictionary.js";
import { fallbackMessages, loadMessages } from "./load-messages.js";
import { selectOpenedMessages } from "./opened-messages.js";
import { withAllWords } from "./pseudo.js";

describe("loadMessages", () => {
  it("finds the nearest language and keeps the region for numbers", async () => {
    assert.equal((await loadMessages("es-MX")).lang, "es-MX");
    assert.equal((await loadMessages("es-MX")).watch, "Ver");
    assert.equal((await loadMessages("AR")).dir, "rtl");
    assert.equal((await loadMessages("en-GB")).lang, "en-GB");
  });

  it("lets regions speak what their language has, and the scripts of Chinese the one that there is", async () => {
    const spoken = async (tag: string) => {
      const { lang, watch } = await loadMessages(tag);
      return `${lang} ${watch}`;
    };
    assert.deepEqual(await Promise.all(["pt", "pt-PT", "pt-BR"].map(spoken)), [
      "pt Assistir",
      "pt-PT Assistir",
      "pt-BR Assistir",
    ]);
    assert.deepEqual(await Promise.all(["zh", "zh-CN", "zh-SG", "zh-Hans-CN"].map(spoken)), [
      "zh 观看",
      "zh-CN 观看",
      "zh-SG 观看",
      "zh-Hans-CN 观看",
    ]);
    // Words in another script than the tag's must not be drawn and read as if they were in it.
    assert.equal(await spoken("zh-TW"), "zh-Hans 观看");
    // The old code of Indonesian, which Java still writes.
    assert.equal(await spoken("in"), "id Tonton");
  });

  it("falls back to English for languages and tags that it does not know", async () => {
    for (const lang of ["de", "", "x", "not a tag", "_"])
      assert.equal((await loadMessages(lang)).watch, fallbackMessages.watch);
  });
});

describe("words of the page", () => {
  const french: WordsSource = ({ plural }) => ({
    lang: "fr",
    watch: "Regarder",
    play: "Lecture",
    episodeCount: (count) => plural(count, { one: "# épisode", other: "# épisodes" }),
    gate: { unlockFree: "Débloquer", declined: { cancelled: "Annulé." } },
  });
  const house: Words = { watch: "Lights on", gate: { signIn: "Members’ entrance" } };

  it("take the place of the player's in every language", async () => {
    for (const lang of ["en", "es", "de"])
      assert.equal((await loadMessages(lang, house)).watch, "Lights on", lang);
    const { gate } = withAllWords(await loadMessages("es", house));
    assert.deepEqual([gate.signIn, gate.code], ["Members’ entrance", "Código de regalo"]);
  });

  it("are a language of their own where the page speaks it, completed by English", async () => {
    const messages = await loadMessages("fr-CA", french);
    const opened = selectOpenedMessages(messages);
    assert.deepEqual(
      [messages.lang, messages.dir, messages.watch, messages.episodeCount(0), opened.play, opened.pause],
      ["fr-CA", "ltr", "Regarder", "0 épisode", "Lecture", "Pause"],
    );
    assert.equal(opened.format.number(1.5), "1,5");
    const { declined } = withAllWords(messages).gate;
    assert.equal(declined.cancelled, "Annulé.");
    assert.equal(declined["not-yet"], "It is too early for that. Nothing was charged.");
    assert.equal((await loadMessages("de", french)).watch, "Watch");
  });

  it("come several at once, later ones over earlier ones", async () => {
    const messages = await loadMessages("fr", [
      french,
      { lang: "fr", watch: "Voir" },
      { lang: "it", watch: "Guarda" },
    ]);
    assert.deepEqual([messages.watch, messages.episodeCount(2)], ["Voir", "2 épisodes"]);
  });

  it("know what is written from right to left", async () => {
    assert.equal((await loadMessages("he-IL", { lang: "he", watch: "צפייה" })).dir, "rtl");
    assert.equal((await loadMessages("fa", { lang: "fa", dir: "rtl", watch: "تماشا" })).dir, "rtl");
  });

  it("that throw leave the player speaking", async () => {
    const broken: WordsSource = () => {
      throw new Error("a page's mistake");
    };
    assert.equal((await loadMessages("fr", broken)).watch, "Watch");
  });
});
