import assert from "node:assert/strict";
import { once } from "node:events";
import { statSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Wallet } from "@micro-drama/protocol";
import { createWorkplace, runServer, type ServerProcess } from "../testing/server-process.js";

const PRICES = {
  version: "x",
  currency: "COIN",
  guest: { bonus: 100_000 },
  series: { "*": { episode: 90 } },
};

interface Guest {
  readonly token: string;
}

/** One purchase as its buyer remembers it. */
interface Attempt {
  readonly token: string;
  readonly key: string;
  readonly episode: string;
  /** The receipt of the answer; absent: no answer came. */
  receipt?: string;
}

async function call<T>(
  url: string,
  { token, key, body }: { token?: string; key?: string; body?: unknown } = {},
) {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
  });
  return { status: response.status, body: (await response.json()) as T };
}

/** Everybody buys everything, until nobody answers any more. */
async function buyUntilSilence(base: string, guests: readonly Guest[], attempts: Attempt[]): Promise<void> {
  await Promise.all(
    guests.map(async ({ token }) => {
      for (const episode of ["e04", "e05", "e06", "e07", "e08", "e09"]) {
        const attempt: Attempt = { token, key: crypto.randomUUID(), episode };
        attempts.push(attempt);
        try {
          await settle(base, attempt);
        } catch {
          return;
        }
      }
    }),
  );
}

async function settle(base: string, attempt: Attempt): Promise<number> {
  const { token, key, episode } = attempt;
  const { status, body } = await call<{ receipt?: { id: string } }>(`${base}/unlocks`, {
    token,
    key,
    body: {
      refs: [{ series: "lantern", episode }],
      offerId: "coins",
      maxPrice: { amount: 90, currency: "COIN" },
    },
  });
  if (body.receipt) attempt.receipt = body.receipt.id;
  return status;
}

describe("micro-drama-server serve", () => {
  const place = createWorkplace(PRICES);
  const processes: ServerProcess[] = [];
  const run = (args: readonly string[] = place.serve, env?: Record<string, string>) => {
    const server = runServer(args, env);
    processes.push(server);
    return server;
  };
  after(() => {
    for (const { child } of processes) child.kill("SIGKILL");
    place.remove();
  });
  let server = run();
  const base = async () => `${(await server.event("ready")).url}/drama/v1`;

  it("answers 503 while the database boots, and keeps its secrets to itself", async () => {
    const { url } = await server.event("listening");
    const booting = await call<{ code: string }>(`${url}/drama/v1/wallet`);
    assert.deepEqual([booting.status, booting.body.code], [503, "unavailable"]);
    await server.event("ready");
    assert.equal((await call<object>(`${await base()}/wallet`)).status, 401);
    assert.equal(statSync(join(place.data, "keys.json")).mode & 0o777, 0o600);
  });

  it("lets pages of this machine ask in a demonstration, also of its own origin, and no stranger's", async () => {
    const at = await base();
    const ask = async (origin: string) =>
      (await fetch(`${at}/guests`, { method: "POST", headers: { origin } })).status;
    const own = new URL(at).origin;
    assert.deepEqual(
      [await ask(own), await ask("http://localhost:4400"), await ask("https://evil.example")],
      [200, 200, 403],
    );
  });

  it("asks for its own origin to be listed like any other", async () => {
    const place = createWorkplace({ ...PRICES, version: "own" });
    const options = place.serve.filter((word) => word !== "--demo");
    const strict = run([...options, "--origins", "https://news.example"]);
    try {
      const { url } = await strict.event("ready");
      const ask = async (origin: string) =>
        (await fetch(`${url}/drama/v1/guests`, { method: "POST", headers: { origin } })).status;
      assert.deepEqual([await ask(String(url)), await ask("https://news.example")], [403, 200]);
    } finally {
      strict.child.kill("SIGKILL");
      await strict.ended;
      place.remove();
    }
  });

  it("refuses a second process on the same folder, in words", async () => {
    const { code, stderr } = await run().ended;
    assert.equal(code, 3);
    assert.match(stderr, /The data folder .* is used by the process \d+\./);
    assert.ok(!stderr.includes("    at "));
  });

  it("loses no answered purchase and charges none twice when it is killed under load", async () => {
    const guests = await Promise.all(
      Array.from(
        { length: 12 },
        async () => (await call<Guest>(`${await base()}/guests`, { body: {} })).body,
      ),
    );
    const attempts: Attempt[] = [];
    for (const answers of [9, 40]) {
      const at = await base();
      const load = buyUntilSilence(at, guests, attempts);
      await untilAnswered(server, answers);
      server.child.kill("SIGKILL");
      await Promise.all([load, server.ended]);
      server = run();
      await server.event("ready");
    }
    const silent = attempts.filter(({ receipt }) => receipt === undefined).length;
    const at = await base();
    for (const attempt of attempts) {
      const before = attempt.receipt;
      assert.equal(await settle(at, attempt), 200);
      if (before !== undefined) assert.equal(attempt.receipt, before);
    }
    assert.ok(attempts.length > 49 && silent > 0, `${attempts.length} attempts, ${silent} without an answer`);
    for (const { token } of guests) await assertConsistent(at, token);
  });

  it("finishes what is under way when it is asked to end, and gives the folder back", async () => {
    const at = await base();
    const { body: guest } = await call<Guest>(`${at}/guests`, { body: {} });
    const attempt: Attempt = { token: guest.token, key: crypto.randomUUID(), episode: "e04" };
    const unlock = await startUnlock(at, attempt);
    server.child.kill("SIGTERM");
    await server.event("stopping");
    assert.equal(await unlock.finish(), 200);
    assert.equal((await server.ended).code, 0);
    assert.equal(server.lines.at(-1)?.event, "stopped");
    server = run();
    assert.equal(await settle(await base(), attempt), 200);
    assert.equal((await call<{ rev: number }>(`${await base()}/wallet`, attempt)).body.rev, 2);
    server.child.kill("SIGTERM");
    await server.ended;
  });
});

/** Sends the head of an unlock; resolves once the server waits for its body, which `finish` sends. */
async function startUnlock(base: string, { token, key, episode }: Attempt) {
  const body = JSON.stringify({
    refs: [{ series: "lantern", episode }],
    offerId: "coins",
    maxPrice: { amount: 90, currency: "COIN" },
  });
  const sending = request(`${base}/unlocks`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": body.length,
      "idempotency-key": key,
      expect: "100-continue",
    },
  });
  sending.flushHeaders();
  await once(sending, "continue");
  return {
    async finish(): Promise<number | undefined> {
      sending.end(body);
      const [response] = (await once(sending, "response")) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    },
  };
}

/** Resolves when a process has answered so many requests in all. */
function untilAnswered({ child, lines }: ServerProcess, count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (lines.filter(({ path }) => path === "/drama/v1/unlocks").length < count) return;
      child.stdout?.off("data", look);
      resolve();
    };
    child.stdout?.on("data", look);
    look();
  });
}

interface Ledger {
  readonly wallet: Wallet;
  readonly unlocks: readonly unknown[];
  readonly proof: Readonly<Record<string, number>>;
}

async function assertConsistent(base: string, token: string): Promise<void> {
  const { body } = await call<Ledger>(`${base}/inspect/ledger`, { token });
  assert.equal(body.wallet.balances[0]?.bonus, 100_000 - 90 * body.unlocks.length);
  const { journals, ...faults } = body.proof;
  assert.equal(journals, body.unlocks.length + 1);
  assert.ok(Object.values(faults).every((count) => count === 0));
}
