import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { createFakeServer, type FakeAnswer, type SeenRequest } from "./testing/fake-server.js";

const NOW = new Date().toISOString();
const LATER = new Date(Date.now() + 900_000).toISOString();
const ref = { series: "lantern-keeper", episode: "e07" };
const offers = [{ id: "coins", kind: "coins", price: { amount: 30, currency: "COIN" } }];
const wallet = { balances: [{ currency: "COIN", paid: 0, bonus: 300 }], rev: 1 };
const playback = { url: "https://media.example.com/e07/main.m3u8", type: "hls", session: "s" };

/** The platform at api.example.com, as far as the examples need it. */
function answer({ path }: SeenRequest): FakeAnswer {
  const headers = { "drama-now": NOW };
  if (path === "/guests")
    return { body: { viewer: "g", token: "t", refreshToken: "r", expiresAt: LATER }, headers };
  if (path === "/unlocks")
    return {
      body: {
        outcome: "granted",
        items: [{ ref, state: "granted", via: "coins", playback }],
        charged: offers[0]?.price,
        already: false,
      },
    };
  return { body: { items: [{ ref, state: "locked", offers }], wallet }, headers };
}

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/^(#+ [^\n]+)|^```js\n(.*?)^```/gms)].reduce<
  { title: string; code: string }[]
>((list, [, heading, code]) => {
  if (heading) list.push({ title: heading.replace(/^#+ /, ""), code: "" });
  const last = list.at(-1);
  if (code && last) last.code = code;
  return list;
}, []);

describe("README", () => {
  const realFetch = globalThis.fetch;
  before(() => {
    globalThis.fetch = createFakeServer(answer).fetch;
  });
  after(() => {
    globalThis.fetch = realFetch;
  });

  for (const { title, code } of examples.filter((example) => example.code !== ""))
    it(`tells the truth in "${title}"`, async (context) => {
      const printed: string[] = [];
      context.mock.method(console, "log", (...values: unknown[]) => void printed.push(values.join(" ")));
      const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
      // A module of its own: its bare imports are resolved the way a user's bundler would, through `exports`.
      const module = code.replace(
        /from "(@micro-drama\/[^"]+)"/g,
        (_all, name: string) => `from "${import.meta.resolve(name)}"`,
      );
      await import(`data:text/javascript,${encodeURIComponent(module)}`);
      assert.deepEqual(printed, promised);
      assert.notEqual(promised.length, 0);
    });

  it("has an example for every adapter", () => {
    const titles = examples.filter(({ code }) => code !== "").map(({ title }) => title);
    assert.deepEqual(titles, ["In short", "http", "static", "callback", "memory", "compose", "Your own"]);
  });
});
