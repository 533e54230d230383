import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "./client.js";
import { findCodeFaults } from "./find-code-faults.js";
import { findFaults } from "./find-faults.js";
import type { SoakPlatform } from "./open-platform.js";
import { type Credentials, Person } from "./person.js";
import { GUESTS, type Guest, type Round, type Story } from "./schedule.js";
import type { Staff } from "./staff.js";
import { type Blow, strike } from "./strike.js";

/** What a round led to. */
export interface RoundEnd {
  /** In words; empty: everything held. */
  readonly faults: readonly string[];
  /** Requests and orders of the stories; settling and looking afterwards are none. */
  readonly attempts: number;
  /** Keyed requests that had no end when the load was over, and were settled by the same key afterwards. */
  readonly unsettled: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly blow?: Blow;
}

/** What a round needs. */
export interface RoundSurroundings {
  readonly platform: SoakPlatform;
  readonly client: Client;
  readonly staff: Staff;
  /** Whether the round's kill happens. */
  readonly kills: boolean;
}

/** Answers come again soon after a kill; whoever is silent for so long has failed. */
const SETTLE_TRIES = 300;
const SETTLE_PAUSE_MS = 100;
const SHARED_USES = 50;
/** So many people have the same code that is good for one. */
const RIVALS = 4;

/** Lets all stories happen at once, settles what had no answer, and looks at everybody from outside. */
export async function runRound(round: Round, surroundings: RoundSurroundings): Promise<RoundEnd> {
  const { platform, client, staff, kills } = surroundings;
  client.limit(round.concurrency);
  const { people, codes } = await gather(round.stories, surroundings);
  const count = () => client.counts.sent + staff.counts.orders;
  const before = count();
  const blow = kills ? strike(round.kill, platform, client) : undefined;
  await Promise.race([Promise.all(people.map((person) => person.live())), blow?.failed].filter(Boolean));
  const attempts = count() - before;
  const struck = await blow?.finish();
  const unsettled = people.flatMap(({ history }) => history.keyed.filter(({ end }) => !end)).length;
  const isSettled = await untilTrue(people, (person) => person.settle());
  const faults = isSettled ? [] : ["not everything could be settled"];
  for (const found of await Promise.all(people.map(judge))) faults.push(...found);
  const histories = people.map(({ history }) => history);
  if (isSettled) faults.push(...findCodeFaults(codes, histories));
  return { faults, attempts, unsettled, ends: countEnds(people), ...(struck ? { blow: struck } : {}) };
}

async function gather(stories: readonly Story[], { platform, client, staff }: RoundSurroundings) {
  const steps = stories.flatMap(({ moments }) => moments.flat());
  const own = steps.filter((step) => step.do === "redeem" && step.code === "own").length;
  const ownCodes = [...(await platform.addCodes(own, 1))];
  const wanted = await platform.addCodes(Math.ceil(stories.length / RIVALS), 1);
  const [shared = ""] = await platform.addCodes(1, SHARED_USES);
  const takeCode = () => ownCodes.pop() ?? "";
  const people = await Promise.all(
    stories.map(async (story, index) => {
      const account = await platform.logIn();
      const names = GUESTS.slice(0, story.guests);
      const greeted = names.map(async (name, nth) => [
        name,
        await greet(client, index * GUESTS.length + nth),
      ]);
      const guests: Partial<Record<Guest, Credentials>> = Object.fromEntries(await Promise.all(greeted));
      const codes = { shared, wanted: wanted[Math.floor(index / RIVALS)] ?? "" };
      return new Person({ story, client, staff, account, guests, codes, takeCode });
    }),
  );
  const codes = [{ code: shared, uses: SHARED_USES }, ...wanted.map((code) => ({ code, uses: 1 }))];
  return { people, codes };
}

/** Guests are limited by address: each comes from its own. */
async function greet(client: Client, index: number): Promise<Credentials> {
  const from = `198.${18 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
  for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
    const reply = await client.send({ path: "/guests", body: {}, headers: { "x-forwarded-for": from } });
    if (reply?.status === 200) {
      const { token, viewer, refreshToken } = reply.body as Record<string, string>;
      if (token && viewer && refreshToken) return { token, subject: viewer, refreshToken };
    }
    await pause(SETTLE_PAUSE_MS);
  }
  throw new Error("The platform takes no guests.");
}

async function judge(person: Person): Promise<readonly string[]> {
  const views = await lookAt(person);
  const found = views ? findFaults(person.history, views) : ["the platform does not answer"];
  return found.length > 0 ? [...found, `  story: ${JSON.stringify(person.history.story)}`] : [];
}

async function lookAt(person: Person) {
  for (let tries = 0; tries < SETTLE_TRIES; tries += 1) {
    const views = await person.look();
    if (views) return views;
    await pause(SETTLE_PAUSE_MS);
  }
  return undefined;
}

async function untilTrue<T>(items: readonly T[], act: (item: T) => Promise<boolean>): Promise<boolean> {
  let left = items;
  for (let tries = 0; left.length > 0 && tries < SETTLE_TRIES; tries += 1) {
    if (tries > 0) await pause(SETTLE_PAUSE_MS);
    const done = await Promise.all(left.map(act));
    left = left.filter((_, index) => !done[index]);
  }
  return left.length === 0;
}

function countEnds(people: readonly Person[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { history } of people) {
    for (const { offer, end } of history.keyed) {
      if (end?.status !== 200) count(`refused ${end?.problem ?? end?.status}`);
      else count(end.already ? "already owned" : offer);
    }
    for (const _ of history.refunds) count("refunds");
    for (const _ of history.revocations) count("revocations");
    for (const _ of history.merges) count("merges");
    for (const { isGiven } of history.gifts) count(isGiven ? "gifts" : "gifts to nobody");
  }
  return counts;
}
