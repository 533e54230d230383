import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { beforeEach, describe, it } from "node:test";
import { createNetwork } from "../network/network.mjs";
import { createBackstageApp } from "./app.mjs";
import { createFeed } from "./feed.mjs";

const ORIGIN = "http://localhost:4400";
const REQUEST = {
  origin: "api",
  at: "2026-11-22T18:00:00.000Z",
  method: "GET",
  path: "/a",
  status: 200,
  ms: 1,
};

describe("createBackstageApp", () => {
  let api;
  let feed;
  let network;
  let ended;
  let app;

  beforeEach(() => {
    const kills = [];
    api = Object.assign(new EventEmitter(), {
      status: { state: "ready", pid: 7 },
      kills,
      kill: (seconds) => kills.push(seconds),
    });
    feed = createFeed();
    network = createNetwork(["api", "media"]);
    ended = new AbortController();
    app = createBackstageApp({ feed, network, api, signal: ended.signal });
  });

  const post = (path, body, headers = { origin: ORIGIN }) =>
    app.request(`${ORIGIN}${path}`, { method: "POST", headers, body: JSON.stringify(body) });

  it("changes the network of both origins, or of the one that is named", async () => {
    const answer = await post("/network", { mode: "tunnel" });
    assert.deepEqual((await answer.json()).network, { api: "tunnel", media: "tunnel" });
    await post("/network", { mode: "slow", origin: "media" });
    assert.deepEqual(network.modes(), { api: "tunnel", media: "slow" });
  });

  it("refuses modes and origins that it does not know, and says which it knows", async () => {
    for (const body of [{ mode: "fast" }, {}, { mode: "toString" }, { mode: "slow", origin: "page" }]) {
      const answer = await post("/network", body);
      assert.equal(answer.status, 400);
      assert.match((await answer.json()).detail, /normal, slow, tunnel|api, media/);
    }
    assert.deepEqual(network.modes(), { api: "normal", media: "normal" });
  });

  it("kills the server for the seconds asked for, four without a word", async () => {
    await post("/kill", { seconds: 9 });
    await app.request(`${ORIGIN}/kill`, { method: "POST", headers: { origin: ORIGIN } });
    assert.deepEqual(api.kills, [9, 4]);
    for (const seconds of [0, 61, "4", null]) assert.equal((await post("/kill", { seconds })).status, 400);
    assert.equal(api.kills.length, 2);
  });

  for (const [who, headers, url] of [
    ["a page of another site", { origin: "https://evil.example" }, ORIGIN],
    ["the platform's own origin", { origin: "http://localhost:4401" }, ORIGIN],
    ["a cross-site navigation", { "sec-fetch-site": "cross-site" }, ORIGIN],
    ["a sandboxed frame", { origin: "null" }, ORIGIN],
    [
      "a foreign name that was bound to this machine",
      { origin: "http://evil.example" },
      "http://evil.example",
    ],
  ]) {
    it(`refuses ${who}`, async () => {
      const answer = await app.request(`${url}/kill`, { method: "POST", headers });
      assert.equal(answer.status, 403);
      assert.equal(api.kills.length, 0);
      assert.equal((await app.request(`${url}/events`, { headers })).status, 403);
    });
  }

  it("listens to a phone that opened the page by address", async () => {
    const url = "http://192.168.1.20:4400";
    const answer = await app.request(`${url}/kill`, { method: "POST", headers: { origin: url } });
    assert.equal(answer.status, 200);
  });

  it("streams the state, what was remembered, and what happens then", async () => {
    feed.addRequest(REQUEST);
    const events = readEvents(await app.request(`${ORIGIN}/events`));
    assert.deepEqual(await events.next(), {
      type: "state",
      data: { network: { api: "normal", media: "normal" }, server: { state: "ready", pid: 7 } },
    });
    assert.deepEqual(await events.next(), { type: "request", data: { id: 1, ...REQUEST } });
    feed.addRequest({ ...REQUEST, path: "/b" });
    assert.deepEqual(await events.next(), { type: "request", data: { id: 2, ...REQUEST, path: "/b" } });
    api.status = { state: "killed", restartsAt: 5 };
    api.emit("state", "killed");
    assert.deepEqual((await events.next()).data.server, { state: "killed", restartsAt: 5 });
    await post("/network", { mode: "slow" });
    assert.deepEqual((await events.next()).data.network, { api: "slow", media: "slow" });
    ended.abort();
    assert.equal(await events.next(), undefined);
  });
});

/** Reads a stream of server-sent events one by one; undefined at its end. */
function readEvents(response) {
  assert.match(response.headers.get("content-type"), /^text\/event-stream/);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  async function next() {
    while (!buffer.includes("\n\n")) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      buffer += value;
    }
    const end = buffer.indexOf("\n\n");
    const lines = buffer.slice(0, end).split("\n");
    buffer = buffer.slice(end + 2);
    const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    return { type: field("event"), data: JSON.parse(field("data")) };
  }
  return { next };
}
