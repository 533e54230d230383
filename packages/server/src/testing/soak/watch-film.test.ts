import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assetOf } from "../fixture-series.js";
import { createHistory, type History, type KeyedEnd } from "./history.js";
import { watchFilm } from "./watch-film.js";

const ASKING = { who: "account", series: "lantern", episode: "e04", moment: 1 } as const;
const FILM = {
  status: 200,
  isReplay: false,
  body: { url: `https://media.example/t/x/${assetOf(4)}/main.m3u8` },
};
const LOCKED = { status: 402, isReplay: false, body: { code: "payment-required" } };
const OPENED: KeyedEnd = { status: 200, charged: 10, already: false, receipt: "r" };

/** A person who sent an unlock before, which ended so; undefined: nobody knows yet. */
function sent(end?: KeyedEnd, who: "account" | "guest" = "account"): History {
  const made = createHistory({ guests: 1, moments: [] });
  made.keyed.push({
    ...{ who, key: "k", path: "/unlocks", offer: "coins", body: {}, moment: 0 },
    ...{ series: "lantern", episodes: ["e04"], ...(end ? { end } : {}) },
  });
  return made;
}

async function see(history: History, reply: typeof FILM | typeof LOCKED | undefined): Promise<string> {
  await watchFilm(history, ASKING, async () => reply);
  return String(history.faults);
}

describe("watchFilm", () => {
  it("finds nothing where it is given to who opened it, and refused to who did not", async () => {
    assert.equal(await see(sent(OPENED), FILM), "");
    assert.equal(await see(createHistory({ guests: 0, moments: [] }), LOCKED), "");
    assert.equal(await see(sent(), LOCKED), "");
    assert.equal(await see(sent(), FILM), "");
    assert.equal(await see(sent(OPENED), undefined), "");
  });

  it("finds a film that was given to who never opened it, or was refused it", async () => {
    assert.match(await see(createHistory({ guests: 0, moments: [] }), FILM), /given to account, who never/);
    assert.match(await see(sent({ ...OPENED, status: 402 }), FILM), /given to account, who never/);
  });

  it("finds a film of a guest's that is given to an account before the guest signs in to it", async () => {
    assert.match(await see(sent(OPENED, "guest"), FILM), /given to account, who never/);
    const merged = sent(OPENED, "guest");
    merged.merges.push({ who: "guest", moment: 0, doneIn: 0, moved: 1, refunded: 0 });
    assert.equal(await see(merged, FILM), "");
  });

  it("finds a film that is given to a guest who is over", async () => {
    const merged = sent(OPENED, "guest");
    merged.merges.push({ who: "guest", moment: 0, doneIn: 0, moved: 1, refunded: 0 });
    await watchFilm(merged, { ...ASKING, who: "guest" }, async () => FILM);
    assert.match(String(merged.faults), /given to guest, who never/);
  });

  it("finds a film that is refused to who has it, and not one that the staff took back", async () => {
    assert.match(await see(sent(OPENED), LOCKED), /refused to account, who has it: 402/);
    const ended = sent(OPENED);
    const end = { who: "account", series: "lantern", episodes: ["e04"], moment: 0, ended: 1 } as const;
    ended.revocations.push({ ...end, wasLost: false, isSettled: true });
    assert.equal(await see(ended, LOCKED), "");
  });

  it("finds the film of another episode, and a refusal that says where the film lies", async () => {
    const other = { ...FILM, body: { url: FILM.body.url.replace(assetOf(4), assetOf(5)) } };
    assert.match(await see(sent(OPENED), other), /is another one/);
    const talkative = { ...LOCKED, body: { code: "payment-required", hint: assetOf(4) } };
    assert.match(await see(sent(), talkative), /refused to account and named all the same/);
  });
});
