import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createFormats } from "./formats.js";
import { languageTags, loadDictionary } from "./languages.js";
import { fallbackMessages, loadMessages } from "./load-messages.js";
import { describeMessages, withAllWords } from "./pseudo.js";

const english = describeMessages(withAllWords(fallbackMessages));
const LATIN = new Set(["es", "id", "pt-BR"]);
/** Words that a language shares with English, each looked at. */
const SHARED = new Set(["id episodeTitle", "id episode"]);

describe("languages", () => {
  it("are those that the README names", () => {
    assert.deepEqual([...languageTags].sort(), [
      "ar",
      "en",
      "es",
      "hi",
      "id",
      "ja",
      "ko",
      "pt-BR",
      "zh-Hans",
    ]);
  });

  for (const tag of languageTags.filter((known) => known !== "en")) {
    it(`${tag} lacks no word, has none too many, and says nothing in English`, async () => {
      const own = describeMessages((await loadDictionary(tag)) ?? {});
      assert.deepEqual(
        [...english.keys()].filter((path) => !own.has(path)),
        [],
        "missing",
      );
      assert.deepEqual(
        [...own.keys()].filter((path) => !english.has(path)),
        [],
        "unknown",
      );
      for (const [path, words] of own) {
        assert.notEqual(words.trim(), "", path);
        if (SHARED.has(`${tag} ${path}`)) continue;
        if (LATIN.has(tag)) assert.notEqual(words, english.get(path), `${path} is still English: ${words}`);
        else assert.doesNotMatch(words, /[a-z]{3}/i, `${path} is in Latin letters: ${words}`);
      }
    });

    it(`${tag} knows every plural that it has`, async () => {
      const { gate, episodeCount } = withAllWords(await loadMessages(tag));
      for (const count of [0, 1, 2, 3, 11, 100, 1000]) {
        const said = [gate.coins(count), gate.bundle(count), episodeCount(count)];
        for (const words of said) assert.doesNotMatch(words, /#|undefined/, words);
        const written = createFormats(tag).number(count);
        // One and two (and none) may be words of their own in Arabic.
        if (count > 2) for (const words of said) assert.ok(words.includes(written), `${count}: ${words}`);
      }
    });
  }

  for (const tag of languageTags) {
    it(`${tag} carries numbers and names into its words`, async () => {
      const { gate, episodeOf, timeOf, announcedFor } = withAllWords(await loadMessages(tag));
      const place = episodeOf(3, 8, "The debt");
      for (const part of ["3", "8", "The debt"]) assert.ok(place.includes(part), place);
      assert.ok(gate.declinedShort("«20»").includes("«20»"));
      assert.ok(gate.unlockFor("«60»").includes("«60»"));
      assert.ok(gate.rest(7).includes("7"));
      assert.ok(announcedFor("«date»").includes("«date»"));
      for (const part of ["«a»", "«b»"]) assert.ok(timeOf("«a»", "«b»").includes(part));
    });
  }

  it("count in Arabic with all six forms", async () => {
    const { gate } = withAllWords(await loadMessages("ar"));
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => gate.coins(count)),
      ["لا عملات", "عملة واحدة", "عملتان", "3 عملات", "11 عملة", "100 عملة"],
    );
  });
});
