import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findSidecars } from "./sidecars.js";

const find = (...files: string[]) => findSidecars(files, { films: ["e01.mp4", "e02.mov"], lang: "en" });

describe("findSidecars", () => {
  it("reads the language from the name; a bare name is in that of the series", () => {
    const found = find("e01.vtt", "e01.pt-br.srt", "e02.ar.vtt", "e01.mp4", "cover.png");
    assert.deepEqual(found.get("e01.mp4"), [
      { file: "e01.pt-br.srt", lang: "pt-BR" },
      { file: "e01.vtt", lang: "en" },
    ]);
    assert.deepEqual(found.get("e02.mov"), [{ file: "e02.ar.vtt", lang: "ar" }]);
  });

  it("refuses captions without film, without language, and twice", () => {
    assert.throws(() => find("e07.en.vtt"), { code: "stray-caption", message: /no film of that name/ });
    assert.throws(() => find("e01.final.vtt"), { code: "stray-caption", message: /"final" is no language/ });
    assert.throws(() => find("e01.vtt", "e01.en.srt"), { code: "bad-caption", message: /both en captions/ });
  });
});
