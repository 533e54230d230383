import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseFrameRate, parseFrameRate } from "./frame-rate.js";

const choose = (nominal: string, average = nominal) => {
  const { num, den } = chooseFrameRate(parseFrameRate(nominal), parseFrameRate(average));
  return `${num}/${den}`;
};

describe("chooseFrameRate", () => {
  it("keeps the usual rates exactly", () => {
    for (const rate of ["24000/1001", "24/1", "25/1", "30000/1001", "30/1"]) assert.equal(choose(rate), rate);
  });

  it("halves fast rates so that frames stay evenly spaced", () => {
    assert.equal(choose("50/1"), "25/1");
    assert.equal(choose("60000/1001"), "30000/1001");
    assert.equal(choose("120/1"), "30/1");
  });

  it("gives a variable rate its nominal one", () => {
    assert.equal(choose("30/1", "1873/79"), "30/1");
    assert.equal(choose("60/1", "5500/100"), "30/1");
  });

  it("does not take the clock of a file for its rate", () => {
    assert.equal(choose("600/1", "2997/104"), "30/1");
    assert.equal(choose("90000/1", "0/0"), "30/1");
  });

  it("raises a slide show to what players can count", () => {
    assert.equal(choose("5/1"), "24/1");
  });
});
