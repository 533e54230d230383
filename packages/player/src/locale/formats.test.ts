import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createFormats } from "./formats.js";

describe("createFormats", () => {
  const en = createFormats("en");

  it("writes positions as clocks", () => {
    assert.equal(en.clock(0), "0:00");
    assert.equal(en.clock(34.9), "0:34");
    assert.equal(en.clock(80), "1:20");
    assert.equal(en.clock(3727), "1:02:07");
    assert.equal(en.clock(-1), "0:00");
  });

  it("writes running times in whole minutes, at least one", () => {
    assert.equal(en.minutes(415), "7 min");
    assert.equal(en.minutes(5), "1 min");
  });

  it("writes money from minor units, also of currencies that have none", () => {
    assert.equal(en.money({ amount: 49, currency: "USD" }), "$0.49");
    assert.equal(en.money({ amount: 500, currency: "JPY" }), "¥500");
    assert.equal(createFormats("es").money({ amount: 1999, currency: "EUR" }), "19,99\u00a0€");
  });

  it("keeps the sign of a currency whole where prices run from right to left", () => {
    const [open, part, end] = ["\u2067", "\u2068", "\u2069"];
    assert.equal(
      createFormats("ar").money({ amount: 49, currency: "USD" }),
      `${open}\u200f0.49\u00a0${part}US$${end}${end}`,
    );
    assert.equal(createFormats("hi").money({ amount: 49, currency: "USD" }), "$0.49");
  });

  it("spells units out where nobody says the short ones", () => {
    const said = ["ar", "hi", "id", "ja", "pt-BR"].map((lang) => createFormats(lang).minutes(415));
    assert.deepEqual(said, ["7 دقائق", "7 मिनट", "7 menit", "7 分", "7 min"]);
    assert.equal(createFormats("id").countdown(183_600_000), "2 hari, 3 jam");
    assert.equal(createFormats("ar").countdown(183_600_000), "يومان و3 ساعات");
    assert.equal(en.countdown(86_400_000), "1 day");
  });

  it("counts down in days above a day and as a clock below", () => {
    assert.equal(en.countdown(11_045_000), "3:04:05");
    assert.equal(en.countdown(93_600_000), "1 day 2 hr");
    assert.equal(en.countdown(-5), "0:00");
    assert.equal(en.countdown(1), "0:01");
  });

  it("picks plural forms by the language's own rules", () => {
    const forms = { zero: "z", one: "1", two: "2", few: "# few", many: "# many", other: "# other" };
    const ar = createFormats("ar-AE-u-nu-latn");
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => ar.plural(count, forms)),
      ["z", "1", "2", "3 few", "11 many", "100 other"],
    );
    assert.equal(en.plural(1, forms), "1");
    assert.equal(en.plural(2, { other: "# things" }), "2 things");
  });

  it("uses the digits of the language", () => {
    assert.equal(createFormats("ar-EG").clock(34), "٠:٣٤");
  });
});
