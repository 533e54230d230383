import type {
  Caption,
  CodeOffer,
  CoinsOffer,
  Offer,
  Series,
  TopUpOffer,
  WaitOffer,
} from "@micro-drama/protocol";
import type { Merged, UnlockState } from "@micro-drama/sdk";
import type { PurchasesView } from "../../core/account-view.js";
import type { CaptionLine } from "../../core/caption-line.js";
import type { GateView, ViewState } from "../../core/view-state.js";

/** The instant at which all sample states stand. */
export const NOW = Date.parse("2026-11-22T18:00:00Z");

const TITLES = [
  "The light goes out",
  "A stranger on the rocks",
  "What the tide brought",
  "The debt",
  "Two lanterns",
  "The keeper’s daughter",
  "Signal fire",
  "The storm",
  "Home before dawn",
];

const FREE = 3;
const PUBLISHED = 8;

const captions: readonly Caption[] = [
  { lang: "en", label: "English", url: "https://media.example/en.vtt" },
  { lang: "es", label: "Español", url: "https://media.example/es.vtt" },
  { lang: "ar", label: "العربية", url: "https://media.example/ar.vtt" },
];

/** A series of eight episodes and one to come; `posterOf` gives each its picture. */
export function sampleSeries(posterOf: (number: number) => string): Series {
  return {
    id: "lantern-keeper",
    title: "The Lantern Keeper",
    synopsis:
      "For a hundred and twelve years the lamp at Skerry Point has burned every night. Then it goes out, and the keeper’s daughter climbs the stairs with a lie ready on her tongue.",
    lang: "en",
    poster: posterOf(1),
    warnings: [],
    next: { url: "https://media.example/next.json", title: "Paper Tide", poster: posterOf(5) },
    episodes: TITLES.map((title, i) => ({
      id: `e0${i + 1}`,
      number: i + 1,
      title,
      duration: 68 + i * 3,
      ...(i < PUBLISHED ? { poster: posterOf(i + 1) } : { publishAt: "2027-01-10T18:00:00Z" }),
      access: i < FREE ? "free" : i < PUBLISHED ? "locked" : "unpublished",
      captions,
    })),
  };
}

const HOST = { type: "host" } as const;

/** As long as asked for: the first episodes free, the last one to come. */
export function longSeries(count: number, posterOf: (number: number) => string): Series {
  const { episodes, ...series } = sampleSeries(posterOf);
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return {
    ...series,
    episodes: numbers.map((number) => ({
      id: `e${String(number).padStart(2, "0")}`,
      number,
      title: TITLES[(number - 1) % TITLES.length] ?? "",
      duration: 60 + (number % 9) * 3,
      poster: posterOf(number),
      access: number <= FREE ? "free" : number < count ? "locked" : "unpublished",
      captions,
    })),
  };
}

export const coins: CoinsOffer = {
  id: "one",
  kind: "coins",
  price: { amount: 60, currency: "COIN" },
  money: { amount: 49, currency: "USD" },
};
export const rest: Offer = {
  id: "rest",
  kind: "bundle",
  price: { amount: 210, currency: "COIN" },
  money: { amount: 179, currency: "USD" },
  episodes: ["e04", "e05", "e06", "e07", "e08"],
  owned: 0,
  rest: true,
};
export const demo: TopUpOffer = {
  id: "demo",
  kind: "topup",
  action: { type: "adapter" },
  coins: 500,
  demo: true,
};
export const code: CodeOffer = { id: "code", kind: "code" };

/** A wait that ends `ms` after {@link NOW}. */
export function waitFor(ms: number): WaitOffer {
  return { id: "wait", kind: "wait", availableAt: new Date(NOW + ms).toISOString() };
}

/** A wallet of one currency. */
export function walletOf(paid: number, bonus: number): NonNullable<ViewState["wallet"]> {
  return { balances: [{ currency: "COIN", paid, bonus }], rev: 1 };
}

/** The third episode, playing. */
export function sampleState(series: Series): ViewState {
  return {
    series,
    mode: "immersive",
    index: 2,
    stage: "playing",
    online: true,
    muted: false,
    soundHint: false,
    rate: 1,
    position: 34,
    duration: 80,
    bufferedEnd: 52,
    uncovered: [false, false, false],
    captions: { available: captions, active: "en", lines: [] },
    serverNow: NOW,
    locks: series.episodes.map(({ access }) => access),
    panel: "none",
    choices: {},
    renditions: [
      { lines: 360, bitrate: 420_000 },
      { lines: 540, bitrate: 950_000 },
      { lines: 720, bitrate: 1_900_000 },
    ],
  };
}

/** The fourth episode behind its lock. */
export function gateState(series: Series, access: UnlockState, gate: Partial<GateView> = {}): ViewState {
  const episode = series.episodes[FREE];
  if (!episode) throw new Error("the sample series has a locked episode");
  return {
    ...sampleState(series),
    index: FREE,
    stage: "gate",
    position: 0,
    wallet: walletOf(200, 100),
    gate: {
      episode,
      access,
      armed: true,
      toppingUp: false,
      remaining: { episodes: 5, seconds: 415 },
      ...gate,
    },
  };
}

const offers = [coins, rest, waitFor(11_045_000), demo];
const failure = { code: "network", message: "", retryable: true };
const short = { reason: "insufficient-funds", shortfall: { amount: 20, currency: "COIN" } } as const;
const UNTIL = "2026-12-22T18:00:00Z";
const confirm = {
  reason: "confirmation-required",
  confirmUrl: "https://platform.example/confirm/1",
} as const;
const noAd = { code: "ad-unavailable", message: "", retryable: true };
const rule = { maxPerEpisode: 60, maxPerVisit: 300 };
const packs: readonly TopUpOffer[] = [
  { id: "big", kind: "topup", action: HOST, coins: 1200, price: { amount: 999, currency: "USD" } },
  { id: "small", kind: "topup", action: HOST, coins: 300, price: { amount: 299, currency: "USD" } },
];
const purchases: PurchasesView = {
  phase: "shown",
  next: "older",
  receipts: [
    {
      id: "r-2041",
      at: "2026-11-22T17:40:00Z",
      charged: coins.price,
      kind: "unlock",
      refs: [{ series: "lantern-keeper", episode: "e04" }],
      spent: { paid: 0, bonus: 60 },
    },
    { id: "r-2040", at: "2026-11-20T09:12:00Z", charged: { amount: 300, currency: "COIN" }, kind: "topup" },
  ],
};
const merged: Merged = {
  outcome: "merged",
  already: false,
  episodes: 3,
  refunded: coins.price,
  wallet: walletOf(160, 0),
};

const otherOffers: readonly Offer[] = [
  code,
  { id: "sub", kind: "subscription", action: { type: "host" }, from: { amount: 399, currency: "EUR" } },
  { id: "ad", kind: "ad", network: "none", leftToday: 2 },
];

/** Cues with a place and a look of their own, and one where all are. */
const placedLines: readonly CaptionLine[] = [
  {
    lines: [[{ text: "The lighthouse, 1911", isItalic: true }]],
    place: { line: 8, position: 0, align: "left" },
  },
  {
    lines: [
      [{ text: "You never told me", voice: "Ada" }],
      [
        { text: "the lamp could ", voice: "Bo" },
        { text: "burn out.", voice: "Bo", isBold: true },
      ],
    ],
  },
];

/**
 * Every state worth looking at, by name: for the gallery, accessibility checks and the search for hard-coded words.
 * Compiled it is `packages/player/dist/view/testing/states.js`; the gallery shows one at
 * `scripts/gallery/page/index.html?state=gate&dir=rtl&scheme=dark&lang=ar`.
 */
export function sampleStates(series: Series) {
  const base = sampleState(series);
  const { next: _next, ...alone } = series;
  const { series: _series, ...empty } = base;
  const locked: UnlockState = { name: "locked", offers };
  const poor = walletOf(40, 0);
  const { gate: _gate, ...withoutGate } = gateState(series, locked);
  return {
    inline: { ...base, mode: "inline", index: 0, stage: "poster", position: 0 },
    "inline-playing": { ...base, mode: "inline", index: 0, muted: true },
    "inline-error": { ...base, mode: "inline", stage: "error", failure },
    playing: {
      ...base,
      captions: { ...base.captions, lines: ["You never told me", "the lamp could burn out."] },
    },
    "captions-placed": { ...base, captions: { ...base.captions, lines: placedLines } },
    paused: { ...base, stage: "paused" },
    first: { ...base, index: 0, stage: "poster", position: 0, soundHint: true, muted: true },
    "sound-hint": { ...base, muted: true, soundHint: true },
    loading: { ...base, stage: "loading", position: 0 },
    stalled: { ...base, stage: "stalled" },
    offline: { ...base, online: false },
    error: { ...base, stage: "error", failure },
    "error-final": {
      ...base,
      stage: "error",
      failure: { ...failure, code: "unsupported", retryable: false },
    },
    "series-failure": { ...empty, stage: "error", seriesFailure: failure },
    "no-series": { ...empty, stage: "loading" },
    announced: { ...base, index: PUBLISHED, stage: "announced", position: 0, duration: 0 },
    ended: { ...base, index: PUBLISHED - 1, stage: "ended", position: 80 },
    "ended-alone": { ...base, series: alone, index: PUBLISHED - 1, stage: "ended" },
    page: { ...base, mode: "page", muted: true, soundHint: true, index: 0 },
    episodes: {
      ...base,
      panel: "episodes",
      locks: base.locks.map((lock, i) => (i === FREE ? "owned" : lock)),
      places: { "lantern-keeper/e01": 60, "lantern-keeper/e02": 24 },
    },
    captions: { ...base, panel: "captions" },
    settings: { ...base, panel: "settings", choices: { savesData: true } },
    "settings-account": {
      ...base,
      panel: "settings",
      account: { rule, spentByRule: 120, showsReceipts: true },
    },
    "settings-purchases": {
      ...base,
      panel: "settings",
      account: { spentByRule: 0, showsReceipts: true, purchases },
    },
    clean: { ...base, choices: { isClean: true } },
    boosted: { ...base, choices: { isBoosted: true } },
    "up-next": { ...base, position: 76.4, choices: { next: "coming" } },
    "up-next-cancelled": { ...base, position: 78, choices: { stays: "once", next: "coming" } },
    "next-offered": { ...base, stage: "paused", position: 80, choices: { stays: "once", next: "offered" } },
    reactions: { ...base, choices: { reactions: { likes: [], follows: false } } },
    "reactions-on": { ...base, choices: { reactions: { likes: ["e03"], follows: true } } },
    "not-kept": {
      ...base,
      choices: { reactions: { likes: [], follows: false }, toast: "not-kept" },
    },
    copied: { ...base, stage: "paused", choices: { toast: "copied" } },
    gate: gateState(series, locked),
    "gate-unarmed": gateState(series, locked, { armed: false }),
    "gate-poor": { ...gateState(series, { ...locked, decline: short }), wallet: poor },
    "gate-topping-up": { ...gateState(series, locked, { toppingUp: true }), wallet: poor },
    "gate-waited": gateState(series, { name: "locked", offers: [coins, rest, waitFor(-1000), demo] }),
    "gate-price-changed": gateState(series, { ...locked, decline: { reason: "price-changed" } }),
    "gate-other-ways": gateState(series, { name: "locked", offers: otherOffers }),
    "gate-no-offers": gateState(series, { name: "locked", offers: [] }),
    "gate-checking": gateState(series, { name: "checking" }),
    "gate-unlocking": gateState(series, { name: "unlocking", offer: coins, offers }),
    "gate-pending": gateState(series, { name: "pending", offer: coins }),
    "gate-confirming": gateState(series, { name: "confirming", offer: coins }),
    "gate-signed-out": gateState(series, { name: "signed-out", offers }),
    "gate-failed": gateState(series, { name: "failed", failure }),
    "gate-confirm": gateState(series, { ...locked, decline: confirm }),
    "gate-limit": gateState(series, { ...locked, decline: { reason: "limit-reached" } }),
    "gate-sign-in-first": gateState(series, { ...locked, decline: { reason: "sign-in-required" } }),
    "gate-no-ad": gateState(series, { name: "locked", offers: otherOffers, failure: noAd }),
    "gate-offline": { ...gateState(series, locked), online: false },
    "gate-rule-on": { ...gateState(series, locked), account: { rule, spentByRule: 60 } },
    "gate-packs": { ...gateState(series, { name: "locked", offers: [coins, rest, ...packs] }), wallet: poor },
    "gate-until": gateState(series, { name: "locked", offers: [{ ...coins, until: UNTIL }] }),
    "gate-restored-nothing": {
      ...gateState(series, locked),
      account: { spentByRule: 0, notice: { type: "nothing-restored" } },
    },
    "gate-purchases": { ...gateState(series, locked), account: { spentByRule: 0, purchases } },
    "gate-no-purchases": {
      ...gateState(series, locked),
      account: { spentByRule: 0, purchases: { phase: "shown", receipts: [] } },
    },
    "gate-shut": { ...withoutGate, mode: "page", stage: "gate", index: FREE },
    "bought-by-rule": {
      ...base,
      account: { rule, spentByRule: 120, notice: { type: "bought-by-rule", number: 3, coins: 60 } },
    },
    merged: { ...base, account: { spentByRule: 0, notice: { type: "merged", merged } } },
    "gate-not-out": gateState(series, { name: "unavailable", reason: "not-published" }),
    "gate-age": gateState(series, { name: "unavailable", reason: "age" }),
    "gate-unavailable": gateState(series, { name: "unavailable", reason: "geo" }),
  } as const satisfies Record<string, ViewState>;
}
