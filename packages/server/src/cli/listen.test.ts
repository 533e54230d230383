import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Handler } from "../http/layers.js";
import { listen } from "./listen.js";

/** Says what it was asked. */
const mirror: Handler = async (request, info) =>
  Response.json({ url: request.url, address: info?.address, body: await request.text() });

const FORWARDED = {
  "x-forwarded-for": "198.51.100.7, 203.0.113.9",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "api.example",
};

async function ask(trustProxy: boolean) {
  const server = await listen(() => mirror, { port: 0, host: "127.0.0.1", trustProxy });
  const response = await fetch(`${server.url}/path?q=1`, {
    method: "POST",
    body: "text",
    headers: FORWARDED,
  });
  const answer = (await response.json()) as { url: string; address: string; body: string };
  await server.close();
  return { answer, url: server.url };
}

describe("listen", () => {
  it("believes nobody's word about addresses and hosts by default", async () => {
    const { answer, url } = await ask(false);
    assert.deepEqual(answer, { url: `${url}/path?q=1`, address: "127.0.0.1", body: "text" });
  });

  it("believes the nearest proxy when it is told to", async () => {
    const { answer } = await ask(true);
    assert.deepEqual(answer, { url: "https://api.example/path?q=1", address: "203.0.113.9", body: "text" });
  });

  it("gives its port back, and may be closed twice", async () => {
    const first = await listen(() => mirror, { port: 0, host: "127.0.0.1" });
    await Promise.all([first.close(), first.close()]);
    const second = await listen(() => mirror, { port: Number(new URL(first.url).port), host: "127.0.0.1" });
    await second.close();
  });
});
