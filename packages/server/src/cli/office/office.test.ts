import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Playback } from "@micro-drama/protocol";
import { connectPGlite } from "../../store/pglite.js";
import { createWorkplace, runServer, type ServerProcess } from "../../testing/server-process.js";

const PRICES = {
  version: "list-9",
  currency: "COIN",
  guest: { bonus: 100 },
  series: { "*": { episode: 90, codes: true } },
};

interface Answer {
  readonly charged?: { readonly amount: number };
  readonly receipt: { readonly id: string };
  readonly items: readonly [{ readonly state: string; readonly playback: Playback }];
}

describe("the office commands, beside a running server on the embedded database,", () => {
  const place = createWorkplace(PRICES);
  const catalogue = join(place.folder, "lantern", "platform.json");
  let server: ServerProcess;
  let base = "";
  let guest = { token: "", viewer: "" };
  let receipt = "";
  const office = async (...args: readonly string[]) => {
    const run = runServer([...args, "--data", place.data]);
    const { code, stderr } = await run.ended;
    return { code, stderr, lines: run.lines, line: run.lines[0] ?? {} };
  };
  const post = async (path: string, body: unknown, key: string = crypto.randomUUID()) => {
    const response = await fetch(`${base}${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${guest.token}`,
        "content-type": "application/json",
        "idempotency-key": key,
        "drama-placement": "=sidebar",
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const unlock = (episode: string, more: object = { offerId: "coins" }, key?: string) =>
    post(
      "/unlocks",
      {
        refs: [{ series: "lantern", episode }],
        maxPrice: { amount: 90, currency: "COIN" },
        ...more,
      },
      key,
    );
  before(async () => {
    server = runServer(place.serve);
    base = `${(await server.event("ready")).url}/drama/v1`;
    guest = (await (await fetch(`${base}/guests`, { method: "POST" })).json()) as typeof guest;
  });
  after(() => {
    server.child.kill("SIGKILL");
    place.remove();
  });

  it("gift: coins and an episode, through the server, once for a reference", async () => {
    const args = ["gift", guest.viewer, "--bonus", "20", "--ref", "sorry-1", "--note", "an outage"];
    const rights = ["--catalogue", catalogue, "--series", "lantern", "--episodes", "e09"];
    const first = await office(...args, ...rights);
    assert.deepEqual([first.code, first.line.outcome, first.line.already], [0, "given", false], first.stderr);
    assert.equal((await office(...args, ...rights)).line.already, true);
    assert.equal((await unlock("e09")).body.charged, null);
  });

  it("wallet: coins, rights and receipts, and no key by which a purchase could be replayed", async () => {
    const key = crypto.randomUUID();
    const bought = await unlock("e04", undefined, key);
    receipt = bought.body.receipt.id;
    const { line, code } = await office("wallet", guest.viewer);
    assert.equal(code, 0);
    assert.deepEqual(line.wallet, { paid: 0, bonus: 30, debt: 0, rev: 3 });
    assert.ok(JSON.stringify(line.journals).includes(receipt));
    assert.ok(!JSON.stringify(line).includes(key));
  });

  it("codes: made once, redeemed over HTTP", async () => {
    const { lines, code } = await office(
      ...["codes", "2", "--catalogue", catalogue, "--series", "lantern", "--batch", "spring"],
    );
    assert.deepEqual([code, lines.length], [0, 2]);
    const [first] = lines;
    const redeem = () => unlock("e05", { offerId: "code", evidence: { code: first?.text } });
    assert.deepEqual([(await redeem()).status, (await redeem()).body.charged], [200, null]);
  });

  it("revoke: locked at the next check", async () => {
    const { line } = await office("revoke", guest.viewer, "--series", "lantern", "--episodes", "e05");
    assert.deepEqual(line.episodes, ["e05"]);
    assert.equal((await unlock("e05")).status, 402);
  });

  it("statement: sales, refunds and watched seconds, to the coin", async () => {
    const sold = await unlock("e04");
    const { playback } = sold.body.items[0];
    const watched = await post("/series/lantern/episodes/e04/watched", {
      session: playback.session,
      expiresAt: playback.expiresAt,
      seconds: 1,
    });
    assert.equal(watched.status, 200);
    const before = await office("statement", "--from", "2020-01-01", "--to", "2100-01-01");
    const totals = JSON.parse(before.stderr);
    assert.deepEqual([before.code, totals.reconciles, totals.bonus, totals.seconds], [0, true, 90, 1]);

    const given = await office("refund", receipt, "--note", "cut off");
    assert.deepEqual([given.code, given.line.bonus, given.line.already], [0, 90, false]);
    assert.equal((await office("refund", receipt)).line.already, true);
    const out = join(place.folder, "statement.csv");
    const after = await office("statement", "--from", "2020-01-01", "--to", "2100-01-01", "--out", out);
    assert.deepEqual([after.code, JSON.parse(after.stderr).bonus], [0, 0]);
    const rows = readFileSync(out, "utf8").trimEnd().split("\r\n");
    const cells = rows.map((row) => row.split(","));
    assert.deepEqual(
      cells
        .slice(1)
        .map((row) => [row[0], row[2], row[3], row[4], row[6], row[7], row[9], row[10], row[11]].join(" ")),
      [
        "unlock lantern e04 studio-one '=sidebar list-9 0 90 ",
        "unlock lantern e05 studio-one '=sidebar list-9 0 0 ",
        "refund lantern e04 studio-one '=sidebar list-9 0 -90 ",
        "watch lantern e04 studio-one '=sidebar list-9   1",
      ],
    );
    assert.ok(!readFileSync(out, "utf8").includes(guest.viewer));
  });

  it("seed: viewers with coins, nothing twice, and a wrong file in words", async () => {
    const file = join(place.folder, "viewers.json");
    const ana = { issuer: "https://login.example", subject: "ana", paid: 70 };
    writeFileSync(
      file,
      JSON.stringify({ viewers: [{ ...ana, unlocks: [{ series: "lantern", episodes: ["e06"] }] }] }),
    );
    for (const _ of [1, 2])
      assert.equal((await office("seed", file, "--catalogue", catalogue)).line.seeded, 1);
    const { line } = await office("wallet", "ana", "--issuer", ana.issuer);
    assert.equal((line.wallet as { paid: number }).paid, 70);
    writeFileSync(file, JSON.stringify({ viewers: [{ ...ana, paid: -1 }] }));
    const wrong = await office("seed", file);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /viewers\.json: \$\.viewers\[0\]\.paid: expected a whole number/);
  });

  it("says what is wrong, with exit code 2", async () => {
    const cases: readonly [readonly string[], RegExp][] = [
      [["wallet", "nobody"], /viewer: 'nobody' of micro-drama-guest is not known here/],
      [["refund", "x"], /receipt: 'x' is no receipt's id/],
      [["refund", crypto.randomUUID()], /is no purchase and no top-up/],
      [["gift", guest.viewer], /gift: say what/],
      [["gift", guest.viewer, "--bonus", "-1"], /A whole number/],
      [
        ["gift", guest.viewer, "--series", "nope", "--catalogue", catalogue],
        /--series: no --catalogue describes/,
      ],
      [["statement", "--from", "yesterday"], /--from: 'yesterday' is no date/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr } = await office(...args);
      assert.match(stderr, message);
      assert.deepEqual([code, stderr.includes("    at ")], [2, false], stderr);
    }
  });

  it("refuses to migrate under a running server", async () => {
    const { code, stderr } = await office("migrate");
    assert.equal(code, 3);
    assert.match(stderr, /is used by the process/);
  });

  it("doctor: healthy through the server and without it; a coin from nowhere is found", async () => {
    const online = await office("doctor");
    assert.deepEqual([online.code, online.line.healthy], [0, true], JSON.stringify(online.line));
    server.child.kill("SIGTERM");
    assert.equal((await server.ended).code, 0);
    const database = await connectPGlite(place.data);
    await database.script(
      "update drama.wallet set bonus = bonus + 1; alter table drama.posting disable trigger append_only",
    );
    await database.close();
    const { code, line } = await office("doctor");
    assert.equal(code, 5);
    assert.deepEqual(line.faults, ["walletsOff: 2", "the trigger posting append_only is off"]);
  });

  it("without a ledger says what to do first", async () => {
    const run = runServer(["doctor", "--data", join(place.folder, "nowhere")]);
    const { code, stderr } = await run.ended;
    assert.equal(code, 2);
    assert.match(stderr, /there is no database in .*; run 'migrate' or 'serve' first/);
  });
});
