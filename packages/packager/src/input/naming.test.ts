import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { byName, nameFilm, slug } from "./naming.js";

describe("nameFilm", () => {
  it("reads number and title out of the usual ways to name a file", () => {
    const expected = { id: "e03", number: 3, title: "The debt" };
    for (const name of [
      "03 - The debt.mp4",
      "e03_the-debt.mov",
      "Episode 3. The debt.m4v",
      "3 the debt.MP4",
    ]) {
      assert.deepEqual(nameFilm(name, 9), expected, name);
    }
  });

  it("counts films without a number, and titles those without words", () => {
    assert.deepEqual(nameFilm("the storm.mp4", 4), { id: "e04", number: 4, title: "The storm" });
    assert.deepEqual(nameFilm("e112.mp4", 1), { id: "e112", number: 112, title: "Episode 112" });
  });
});

describe("byName", () => {
  it("puts 2 before 10", () => {
    assert.deepEqual(["e10.mp4", "e2.mp4", "E1.mp4"].sort(byName), ["E1.mp4", "e2.mp4", "e10.mp4"]);
  });
});

describe("slug", () => {
  it("makes an id out of any title", () => {
    assert.equal(slug("The Lantern Keeper!"), "the-lantern-keeper");
    assert.equal(slug("Año Nuevo"), "ano-nuevo");
    assert.equal(slug("مسلسل"), "series");
  });
});
