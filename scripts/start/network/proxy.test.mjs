import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, describe, it } from "node:test";
import { findFreePort, listening } from "../ports.mjs";
import { MODES } from "./modes.mjs";
import { createNetwork } from "./network.mjs";
import { createProxy } from "./proxy.mjs";

describe("createProxy", () => {
  let echo;
  let network;
  let proxies;
  let opened;

  beforeEach(async () => {
    echo = net.createServer({ allowHalfOpen: true }, (socket) => socket.on("error", () => {}).pipe(socket));
    await listening(echo, { port: 0, host: "127.0.0.1" });
    network = createNetwork(["api", "media"]);
    proxies = {};
    opened = [];
    for (const name of ["api", "media"]) {
      proxies[name] = createProxy({
        upstreamPort: echo.address().port,
        conditions: network.conditionsOf(name),
      });
      await listening(proxies[name].server, { port: 0, host: "127.0.0.1" });
    }
  });

  afterEach(async () => {
    for (const socket of opened) socket.destroy();
    await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
    echo.close();
  });

  it("passes bytes unchanged both ways, and the end of both", async () => {
    const sent = Buffer.alloc(1_000_000, "drama ");
    const socket = connect("api");
    const received = collect(socket);
    socket.end(sent);
    assert.ok(sent.equals(await received));
  });

  it("is never faster than a slow line may be", async () => {
    network.setMode("slow");
    const bytes = 15_000;
    const startedAt = performance.now();
    const socket = connect("api");
    const received = collect(socket);
    socket.end(Buffer.alloc(bytes));
    assert.equal((await received).length, bytes);
    const shortest = 2 * MODES.slow.latencyMs + (bytes / MODES.slow.bytesPerSecond) * 1000;
    // Timers may fire a millisecond early.
    assert.ok(performance.now() - startedAt >= shortest - 5);
  });

  it("lets both origins share one slow line", async () => {
    network.setMode("slow");
    const bytes = 15_000;
    const startedAt = performance.now();
    const received = ["api", "media"].map((name) => {
      const socket = connect(name);
      socket.end(Buffer.alloc(bytes));
      return collect(socket);
    });
    await Promise.all(received);
    const shortest = 2 * MODES.slow.latencyMs + ((2 * bytes) / MODES.slow.bytesPerSecond) * 1000;
    assert.ok(performance.now() - startedAt >= shortest - 5);
  });

  it("holds everything in the tunnel, also the end, and delivers it at the other side", async () => {
    const socket = connect("api");
    await roundTrip(socket);
    network.setMode("tunnel", ["api"]);
    const held = collect(socket);
    socket.end("held");
    await meanwhile();
    assert.equal(socket.bytesRead, "ping".length);
    assert.equal(socket.readableEnded, false);
    network.setMode("normal");
    assert.equal(String(await held), "held");
  });

  it("lets a new connection into the tunnel hang until it is over", async () => {
    network.setMode("tunnel", ["api"]);
    const socket = connect("api");
    await once(socket, "connect");
    const answer = roundTrip(socket);
    await meanwhile();
    assert.equal(socket.bytesRead, 0);
    network.setMode("normal");
    await answer;
  });

  it("does not tell the server in the tunnel that the viewer has given up outside", async () => {
    const connected = once(echo, "connection");
    const socket = connect("api");
    const [atServer] = await connected;
    await roundTrip(socket);
    network.setMode("tunnel", ["api"]);
    socket.resetAndDestroy();
    await meanwhile();
    assert.equal(atServer.destroyed, false);
    const closed = new Promise((resolve) => atServer.once("close", resolve));
    network.setMode("normal");
    await closed;
  });

  it("frees a line at once when a slow network becomes normal", async () => {
    network.setMode("slow");
    const socket = connect("api");
    const received = collect(socket);
    // Half a minute of slow network.
    const bytes = 2_000_000;
    socket.end(Buffer.alloc(bytes));
    await once(socket, "connect");
    network.setMode("normal");
    assert.equal((await received).length, bytes);
  });

  it("resets connections to a server that is not there, as a machine without it would", async () => {
    const orphan = createProxy({
      upstreamPort: await findFreePort(),
      conditions: network.conditionsOf("api"),
    });
    proxies.orphan = orphan;
    await listening(orphan.server, { port: 0, host: "127.0.0.1" });
    const socket = connect("orphan");
    await assert.rejects(collect(socket), { code: "ECONNRESET" });
  });

  it("cuts what is open when it is closed, also in the tunnel", async () => {
    const socket = connect("api");
    await roundTrip(socket);
    network.setMode("tunnel");
    const closed = once(socket, "close");
    socket.on("error", () => {});
    await proxies.api.close();
    await closed;
  });

  function connect(name) {
    const socket = net.connect({ port: proxies[name].server.address().port, host: "127.0.0.1" });
    opened.push(socket);
    return socket;
  }

  /** Time in which anything that moves would have moved: round trips through the other, open origin. */
  async function meanwhile() {
    const socket = connect("media");
    for (let trip = 0; trip < 20; trip += 1) await roundTrip(socket);
  }
});

async function collect(socket) {
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function roundTrip(socket) {
  const answered = once(socket, "data");
  socket.write("ping");
  assert.equal(String((await answered)[0]), "ping");
}
