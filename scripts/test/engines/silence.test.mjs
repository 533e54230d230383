import { equal } from "node:assert/strict";
import { test } from "node:test";
import { untilSilent } from "./silence.mjs";

const PACE = { everyMs: 5, silenceMs: 50 };

/** A page that answers the first `answers` questions, each in its own way, and none after that. */
function pageWith(...answers) {
  return { ask: () => answers.shift()?.() ?? new Promise(() => {}) };
}

test("a page that owes an answer is silent", async () => {
  const page = pageWith(async () => 1);
  equal(await untilSilent(page, new AbortController().signal, PACE), true);
});

test("a page that refuses is not silent", async () => {
  const end = new AbortController();
  let asked = 0;
  const page = {
    async ask() {
      asked += 1;
      if (asked === 20) end.abort();
      throw new Error("no such window");
    },
  };
  equal(await untilSilent(page, end.signal, PACE), false);
  equal(asked, 20);
});

test("the end of the asking is not silence, even in the middle of an answer", async () => {
  const end = new AbortController();
  setTimeout(() => end.abort(), 15);
  equal(await untilSilent(pageWith(), end.signal, PACE), false);
});
