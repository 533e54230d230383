import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fallbackMessages, loadMessages } from "./load-messages.js";
import { describeMessages, withAllWords } from "./pseudo.js";

describe("loadMessages", () => {
  it("finds the nearest language and keeps the region for numbers", async () => {
    assert.equal((await loadMessages("es-MX")).lang, "es-MX");
    assert.equal((await loadMessages("es-MX")).watch, "Ver");
    assert.equal((await loadMessages("AR")).dir, "rtl");
    assert.equal((await loadMessages("en-GB")).lang, "en-GB");
  });

  it("falls back to English for languages and tags that it does not know", async () => {
    for (const lang of ["de", "", "x", "not a tag", "_"])
      assert.equal((await loadMessages(lang)).watch, fallbackMessages.watch);
  });
});

describe("dictionaries", () => {
  for (const lang of ["es", "ar"]) {
    it(`${lang} says everything, and nothing in English`, async () => {
      const english = describeMessages(withAllWords(fallbackMessages));
      const own = describeMessages(await loadMessages(lang));
      assert.deepEqual([...own.keys()].sort(), [...english.keys()].sort());
      for (const [path, words] of own) {
        assert.notEqual(words.trim(), "", path);
        if (/[a-z]{3}/i.test(words) && !path.startsWith("format"))
          assert.notEqual(words, english.get(path), `${path} is still English: ${words}`);
      }
    });
  }

  for (const lang of ["en", "es", "ar"]) {
    it(`${lang} carries numbers and names into its words`, async () => {
      const { gate, episodeOf, timeOf, announcedFor } = withAllWords(await loadMessages(lang));
      const place = episodeOf(3, 8, "The debt");
      for (const part of ["3", "8", "The debt"]) assert.ok(place.includes(part), place);
      assert.ok(gate.declinedShort("«20»").includes("«20»"));
      assert.ok(gate.unlockFor("«60»").includes("«60»"));
      assert.ok(gate.rest(7).includes("7"));
      assert.ok(announcedFor("«date»").includes("«date»"));
      assert.ok(timeOf("«a»", "«b»").indexOf("«a»") < timeOf("«a»", "«b»").indexOf("«b»"));
    });
  }
});
