import * as fc from "fast-check";

/** The series of the soak's platform, and their episodes that cost something. */
export const SERIES = ["lantern", "harbour"] as const;
export const LOCKED = ["e04", "e05", "e06", "e07", "e08", "e09"] as const;
/** All episodes of each: some are free, and the last one is only announced. */
export const EPISODES = ["e01", "e02", "e03", ...LOCKED, "e10"] as const;
/** The one for which there are codes. */
export const CODED_SERIES = SERIES[0];
/** Coins of one episode, and of one out of a bundle: what was charged tells how many episodes were. */
export const EPISODE_COINS = 10;
export const BUNDLED_COINS = 8;
/** Enough for two or three episodes, so that most people run out. */
export const WELCOME_COINS = { guest: 25, "second-guest": 25, "third-guest": 25, account: 35 } as const;
export const TOPUP = { id: "soak-50", coins: 50 } as const;

/** A free episode for whoever waits: short, so that a story lives to see it. */
export const WAIT_SECONDS = 2;
/** The most that one log-in may spend: less than three top-ups, so that many people meet it. */
export const SESSION_CAP_COINS = 70;

/** Guests on devices of one person, before they sign in to the account. */
export const GUESTS = ["guest", "second-guest", "third-guest"] as const;
export type Guest = (typeof GUESTS)[number];
/** A person is one account, or up to three guests who have an account to sign in to. */
export type Identity = Guest | "account";

/** Sent so often at the same moment, under one key or each under its own. */
export interface Volley {
  readonly copies: number;
  readonly keys: "one" | "each";
}

/** One thing that a person, or the platform's staff, does. `nth` counts what was there so far, round and round. */
export type Step =
  | { readonly do: "check"; readonly who: Identity; readonly series: string }
  | { readonly do: "read"; readonly who: Identity; readonly path: "/wallet" | "/receipts" }
  | ({
      readonly do: "buy";
      readonly who: Identity;
      readonly series: string;
      readonly episode: string;
    } & Volley)
  | ({ readonly do: "bundle"; readonly who: Identity; readonly series: string } & Volley)
  | ({
      readonly do: "redeem";
      readonly who: Identity;
      readonly series: string;
      readonly episode: string;
      /** `wanted`: good for one viewer, and many have it. */
      readonly code: "own" | "shared" | "wanted";
    } & Volley)
  | ({
      /** Asks for the episode that waiting opens; told that it is too early, once more when the time has come. */
      readonly do: "wait";
      readonly who: Identity;
      readonly series: string;
      readonly episode: string;
    } & Volley)
  | { readonly do: "film"; readonly who: Identity; readonly series: string; readonly episode: string }
  | {
      readonly do: "gift";
      readonly who: Identity;
      readonly coins: number;
      readonly series: string;
      readonly episodes: readonly string[];
      readonly copies: number;
    }
  | ({ readonly do: "topup"; readonly who: Identity } & Volley)
  | { readonly do: "repeat"; readonly nth: number }
  | { readonly do: "ask"; readonly nth: number }
  | { readonly do: "refund"; readonly nth: number; readonly copies: number }
  | {
      readonly do: "revoke";
      readonly who: Identity;
      readonly series: string;
      readonly episodes: readonly string[];
    }
  | { readonly do: "merge"; readonly who: Guest | "all"; readonly copies: number };

/** A person's life: moments one after another; the steps of one moment race with each other. */
export interface Story {
  /** How many of the guests this person is, beside the account. */
  readonly guests: number;
  readonly moments: readonly (readonly Step[])[];
}

/** Who is killed in a round, and after how many answers. */
export interface Kill {
  readonly victim: "server" | "database" | "backend";
  readonly nth: number;
  readonly afterAnswers: number;
}

/** What happens in one round. */
export interface Round {
  readonly stories: readonly Story[];
  /** Requests under way at the same moment, at most. */
  readonly concurrency: number;
  readonly kill: Kill;
}

const who = fc.constantFrom<Identity>("account", "account", ...GUESTS);
const series = fc.constantFrom(...SERIES);
/** The next one is what most people want: they meet there. */
const episode = fc.constantFrom(...LOCKED, LOCKED[0], LOCKED[0], LOCKED[0], LOCKED[1]);
const nth = fc.nat(1000);
/** Mostly once; sometimes a double click; seldom a storm. */
const copies = fc.oneof(
  { weight: 8, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 2, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 25 }) },
);
const volley = { copies, keys: fc.constantFrom<Volley["keys"]>("one", "each") };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("check" as const), who, series }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("read" as const),
      who,
      path: fc.constantFrom("/wallet" as const, "/receipts" as const),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("buy" as const), who, series, episode, ...volley }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("bundle" as const), who, series, ...volley }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("redeem" as const),
      ...{ who, series: fc.constant(CODED_SERIES), episode },
      code: fc.constantFrom("own" as const, "shared" as const, "wanted" as const),
      ...volley,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), who, series, episode, ...volley }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("film" as const),
      ...{ who, series, episode: fc.constantFrom(...EPISODES) },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("gift" as const),
      ...{ who, series, coins: fc.integer({ min: 1, max: 15 }) },
      episodes: fc.uniqueArray(episode, { maxLength: 2 }),
      copies: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("topup" as const), who, ...volley }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("repeat" as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("ask" as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("refund" as const), nth, copies: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("revoke" as const),
      ...{ who, series, episodes: fc.uniqueArray(episode, { minLength: 1, maxLength: 2 }) },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("merge" as const),
      who: fc.constantFrom<Guest | "all">(...GUESTS, "all"),
      copies: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

const story: fc.Arbitrary<Story> = fc.record({
  guests: fc.constantFrom(0, 0, 1, 2, 3),
  moments: fc.array(fc.array(step, { minLength: 1, maxLength: 6, size: "max" }), {
    ...{ minLength: 2, maxLength: 9, size: "max" },
  }),
});

const kill: fc.Arbitrary<Kill> = fc.record({
  victim: fc.constantFrom<Kill["victim"]>("server", "server", "database", "backend"),
  nth,
  afterAnswers: fc.integer({ min: 1, max: 400 }),
});

/** How a round is drawn. */
export interface RoundOptions {
  readonly seed: number;
  readonly round: number;
  readonly people: number;
  readonly concurrency: number;
}

/** Draws a round: the same numbers always draw the same one. */
export function drawRound({ seed, round, people, concurrency }: RoundOptions): Round {
  // Seeds next to each other would share rounds if the two were only added.
  const mixed = (Math.imul(seed, 0x9e3779b1) + Math.imul(round, 0x85ebca6b)) | 0;
  const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number) =>
    fc.sample(arbitrary, { seed: mixed, numRuns });
  const [share = 1] = draw(fc.constantFrom(1, 1, 1, 0.25, 0.06, 0.016), 1);
  const [drawnKill] = draw(kill, 1);
  if (!drawnKill) throw new Error("fast-check drew nothing.");
  return {
    stories: draw(story, people),
    concurrency: Math.max(1, Math.round(concurrency * share)),
    kill: drawnKill,
  };
}
