import { randomBytes } from "node:crypto";
import type { Client } from "./client.js";
import { findCodeFaults } from "./find-code-faults.js";
import { findFaults } from "./find-faults.js";
import type { SoakPlatform } from "./open-platform.js";
import { untilAll, untilSome } from "./patience.js";
import { type Credentials, Person } from "./person.js";
import { forAll, type Tell } from "./progress.js";
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
  readonly tell: Tell;
}

const SHARED_USES = 50;
/** So many people have the same code that is good for one. */
const RIVALS = 4;

/** Lets all stories happen at once, settles what had no answer, and looks at everybody from outside. */
export async function runRound(round: Round, surroundings: RoundSurroundings): Promise<RoundEnd> {
  const { platform, client, staff, kills, tell } = surroundings;
  client.limit(round.concurrency);
  const { people, codes } = await gather(round.stories, surroundings);
  const count = () => client.counts.sent + staff.counts.orders;
  const before = count();
  const blow = kills ? strike(round.kill, platform, client) : undefined;
  const lives = forAll("live", people, (person) => person.live(), tell);
  await Promise.race([lives, blow?.failed].filter(Boolean));
  const attempts = count() - before;
  const struck = await blow?.finish();
  const unsettled = people.flatMap(({ history }) => history.keyed.filter(({ end }) => !end)).length;
  const of = people.length;
  tell({ phase: "settle", done: 0, of });
  const isSettled = await untilAll(
    people,
    (person) => person.settle(),
    (left) => tell({ phase: "settle", done: of - left, of }),
  );
  const faults = isSettled ? [] : ["not everything could be settled"];
  for (const found of await forAll("are looked at", people, judge, tell)) faults.push(...found);
  const histories = people.map(({ history }) => history);
  if (isSettled) faults.push(...findCodeFaults(codes, histories));
  return { faults, attempts, unsettled, ends: countEnds(people), ...(struck ? { blow: struck } : {}) };
}

async function gather(stories: readonly Story[], { platform, client, staff, tell }: RoundSurroundings) {
  const steps = stories.flatMap(({ moments }) => moments.flat());
  const own = steps.filter((step) => step.do === "redeem" && step.code === "own").length;
  const ownCodes = [...(await platform.addCodes(own, 1))];
  const wanted = await platform.addCodes(Math.ceil(stories.length / RIVALS), 1);
  const [shared = ""] = await platform.addCodes(1, SHARED_USES);
  const takeCode = () => ownCodes.pop() ?? "";
  const arrive = async (story: Story, index: number) => {
    const [account, address] = [await platform.logIn(), createAddress()];
    const names = GUESTS.slice(0, story.guests);
    const greeted = names.map(async (name) => [name, await greet(client, address)]);
    const guests: Partial<Record<Guest, Credentials>> = Object.fromEntries(await Promise.all(greeted));
    const codes = { shared, wanted: wanted[Math.floor(index / RIVALS)] ?? "" };
    return new Person({ story, client, staff, account, address, guests, codes, takeCode });
  };
  const people = await forAll("arrive", stories, arrive, tell);
  const codes = [{ code: shared, uses: SHARED_USES }, ...wanted.map((code) => ({ code, uses: 1 }))];
  return { people, codes };
}

/** One of those that are kept for documentation, and nobody else's in this run. */
function createAddress(): string {
  return `2001:db8:${randomBytes(12)
    .toString("hex")
    .replace(/(.{4})(?=.)/g, "$1:")}`;
}

async function greet(client: Client, from: string): Promise<Credentials> {
  const guest = await untilSome(async () => {
    const reply = await client.send({ path: "/guests", body: {}, from });
    const { token, viewer, refreshToken } = (reply?.body ?? {}) as Record<string, string>;
    return token && viewer && refreshToken ? { token, subject: viewer, refreshToken } : undefined;
  });
  if (!guest) throw new Error("The platform takes no guests.");
  return guest;
}

async function judge(person: Person): Promise<readonly string[]> {
  const views = await untilSome(() => person.look());
  const found = views ? findFaults(person.history, views) : ["the platform does not answer"];
  return found.length > 0 ? [...found, `  story: ${JSON.stringify(person.history.story)}`] : [];
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
