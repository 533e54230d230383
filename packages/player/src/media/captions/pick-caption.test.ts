import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pickCaption } from "./pick-caption.js";

const tracks = (...langs: string[]) =>
  langs.map((lang) => ({ lang, label: lang, url: `https://m/${lang}.vtt` }));
const pick = (wanted: string, ...langs: string[]): string | undefined =>
  pickCaption(tracks(...langs), wanted)?.lang;

describe("pickCaption", () => {
  it("prefers the very same tag, whatever its case", () => {
    assert.equal(pick("pt-br", "pt", "pt-PT", "pt-BR"), "pt-BR");
  });

  it("takes the nearest broader tag, then a sibling", () => {
    assert.equal(pick("zh-Hant-TW", "zh", "zh-Hant", "zh-Hans"), "zh-Hant");
    assert.equal(pick("pt-BR", "en", "pt-PT"), "pt-PT");
    assert.equal(pick("es", "en", "es-MX"), "es-MX");
  });

  it("takes nothing rather than another language", () => {
    assert.equal(pick("de", "en", "es"), undefined);
    assert.equal(pick("e", "en", "es"), undefined);
  });
});
