import assert from "node:assert/strict";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Wallet } from "@micro-drama/protocol";
import { createWorkplace, runServer, type ServerProcess } from "./testing/server-process.js";

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

describe("micro-drama-server, wrongly configured,", () => {
  const place = createWorkplace(PRICES);
  after(() => place.remove());
  const write = (name: string, json: unknown) => {
    const path = join(place.folder, name);
    writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
    return path;
  };
  const [catalogue, prices] = [
    join(place.folder, "lantern", "platform.json"),
    join(place.folder, "prices.json"),
  ];
  const play = { id: "play", coins: 5, demo: true };
  const cases: readonly [name: string, args: readonly string[], message: RegExp][] = [
    [
      "a wrong price",
      ["--prices", write("a.json", { ...PRICES, series: { "*": { episode: -1 } } })],
      /a\.json: \$\.series\.\*\.episode: expected a whole number/,
    ],
    ["a file that is not JSON", ["--prices", write("b.json", "{")], /b\.json: .*JSON/],
    ["a file that is not there", ["--catalogue", "nowhere.json"], /nowhere\.json: ENOENT/],
    [
      "a wrong catalogue",
      ["--catalogue", write("c.json", { version: 2 })],
      /c\.json: \$\.version: expected 1, got 2/,
    ],
    [
      "the same series twice",
      ["--catalogue", catalogue, catalogue],
      /platform\.json: \$\.id: 'lantern' is also the id/,
    ],
    [
      "a series without prices",
      ["--prices", write("d.json", { ...PRICES, series: {} })],
      /d\.json: \$\.series: no prices for 'lantern'/,
    ],
    [
      "an origin with a path",
      ["--origins", "https://news.example/x"],
      /--origins: 'https:\/\/news\.example\/x' is no origin/,
    ],
    ["an unknown option", ["--coins", "5"], /unknown option/],
    ["a media origin that is none", ["--media-origin", "media"], /--media-origin: 'media' is no http/],
    ["an issuer without keys", ["--issuer", "https://login.example"], /--issuer: .*expected issuer=/],
    [
      "a secret that is not set",
      ["--issuer", "news=env:NEWS_SECRET"],
      /--issuer news: the environment variable NEWS_SECRET is not set/,
    ],
    ["a port that is none", ["--port", "web"], /A port is a whole number/],
  ];
  const options = [
    "--catalogue",
    catalogue,
    "--prices",
    prices,
    "--data",
    place.data,
    "--port",
    "0",
    "--media-port",
    "1",
  ];
  for (const [name, args, message] of cases)
    it(`refuses ${name}`, async () => {
      const { code, stderr } = await runServer(["serve", "--demo", ...options, ...args]).ended;
      assert.match(stderr, message);
      assert.equal(code, 2);
      assert.ok(!stderr.includes("    at "), stderr);
    });

  it("refuses play money outside a demonstration, and pages of everywhere", async () => {
    const withPlay = write("e.json", { ...PRICES, topups: [play] });
    const sold = await runServer([
      "serve",
      ...options,
      "--prices",
      withPlay,
      "--origins",
      "https://x.example",
    ]).ended;
    assert.match(sold.stderr, /topups: the price list adds play money, which needs --demo/);
    const open = await runServer(["serve", ...options]).ended;
    assert.match(open.stderr, /--origins: name the pages that may ask/);
  });

  it("refuses keys that are too short", async () => {
    const env = { MICRO_DRAMA_KEYS: '{"current":"k1","keys":{"k1":"abc"}}' };
    const { code, stderr } = await runServer(["serve", "--demo", ...options], env).ended;
    assert.deepEqual([code, /MICRO_DRAMA_KEYS: keys\.k1: expected base64url/.test(stderr)], [2, true]);
  });

  it("says when the port is taken", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    const address = await new Promise<string>((resolve) =>
      blocker.once("listening", () => resolve(JSON.stringify(blocker.address()))),
    );
    const { port } = JSON.parse(address) as { port: number };
    const { code, stderr } = await runServer(["serve", "--demo", ...options, "--port", `${port}`]).ended;
    blocker.close();
    assert.deepEqual([code, stderr.includes(`${port}`)], [4, true]);
  });

  it("explains itself", async () => {
    const help = runServer(["--help"]);
    assert.equal((await help.ended).code, 0);
    const text = help.lines.map((line) => line.text).join("\n");
    assert.match(text, /Examples:[\s\S]*DATABASE_URL[\s\S]*Exit codes/);
  });
});
