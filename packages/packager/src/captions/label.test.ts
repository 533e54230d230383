import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { canonicalLanguage, languageLabel } from "./label.js";

describe("languageLabel", () => {
  it("names a language in itself", () => {
    assert.deepEqual(["en", "es", "ar"].map(languageLabel), ["English", "Español", "العربية"]);
  });
});

describe("canonicalLanguage", () => {
  it("spells tags as usual and refuses words", () => {
    assert.equal(canonicalLanguage("pt-br"), "pt-BR");
    assert.equal(canonicalLanguage("final"), undefined);
    assert.equal(canonicalLanguage("1080p"), undefined);
    assert.equal(canonicalLanguage(""), undefined);
  });
});
