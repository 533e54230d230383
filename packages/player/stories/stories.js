import { captions, series } from "./series.js";

const NOW = Date.parse("2026-11-22T18:00:00Z");

const base = {
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
  locks: ["free", "free", "free", "owned", "locked", "locked", "locked", "locked", "unpublished"],
  panel: "none",
};

const coins = {
  id: "one",
  kind: "coins",
  price: { amount: 60, currency: "COIN" },
  money: { amount: 49, currency: "USD" },
};
const rest = {
  id: "rest",
  kind: "bundle",
  price: { amount: 210, currency: "COIN" },
  money: { amount: 179, currency: "USD" },
  episodes: ["e04", "e05", "e06", "e07", "e08"],
  owned: 0,
  rest: true,
};
const demo = { id: "demo", kind: "topup", action: { type: "adapter" }, coins: 500, demo: true };
const wait = { id: "wait", kind: "wait", availableAt: new Date(NOW + 3 * 3600_000 + 245_000).toISOString() };
const offers = [coins, rest, wait, demo];
const wallet = (paid, bonus) => ({ balances: [{ currency: "COIN", paid, bonus }], rev: 1 });

const gate = (access, more = {}) => ({
  ...base,
  index: 3,
  stage: "gate",
  position: 0,
  locks: ["free", "free", "free", "locked", "locked", "locked", "locked", "locked", "unpublished"],
  wallet: wallet(200, 100),
  ...more,
  gate: {
    episode: series.episodes[3],
    access,
    armed: true,
    toppingUp: false,
    remaining: { episodes: 5, seconds: 415 },
    ...more.gate,
  },
});

const locked = { name: "locked", offers };
const failure = { code: "network", message: "", retryable: true };

/** Every state worth looking at, by name. */
export const stories = {
  inline: { ...base, mode: "inline", index: 0, stage: "poster", position: 0 },
  "inline-playing": { ...base, mode: "inline", index: 0, muted: true },
  playing: {
    ...base,
    captions: { ...base.captions, lines: ["You never told me", "the lamp could burn out."] },
  },
  paused: { ...base, stage: "paused" },
  first: { ...base, index: 0, stage: "poster", position: 0, soundHint: true, muted: true },
  "sound-hint": { ...base, muted: true, soundHint: true },
  loading: { ...base, stage: "loading", position: 0 },
  stalled: { ...base, stage: "stalled" },
  offline: { ...base, online: false },
  error: { ...base, stage: "error", failure },
  "error-final": { ...base, stage: "error", failure: { ...failure, code: "unsupported", retryable: false } },
  "series-failure": { ...base, series: undefined, stage: "error", seriesFailure: failure },
  "no-series": { ...base, series: undefined, stage: "loading" },
  announced: { ...base, index: 8, stage: "announced", position: 0, duration: 0 },
  ended: { ...base, index: 7, stage: "ended", position: 80 },
  "ended-alone": { ...base, series: { ...series, next: undefined }, index: 7, stage: "ended" },
  page: { ...base, mode: "page", muted: true, soundHint: true, index: 0 },
  episodes: { ...base, panel: "episodes" },
  captions: { ...base, panel: "captions" },
  gate: gate(locked),
  "gate-unarmed": gate(locked, { gate: { armed: false } }),
  "gate-poor": gate(
    {
      name: "locked",
      offers,
      decline: { reason: "insufficient-funds", shortfall: { amount: 20, currency: "COIN" } },
    },
    { wallet: wallet(40, 0) },
  ),
  "gate-topping-up": gate(locked, { wallet: wallet(40, 0), gate: { toppingUp: true } }),
  "gate-waited": gate({
    name: "locked",
    offers: [coins, rest, { ...wait, availableAt: new Date(NOW - 1000).toISOString() }, demo],
  }),
  "gate-price-changed": gate({ ...locked, decline: { reason: "price-changed" } }),
  "gate-code": gate({
    name: "locked",
    offers: [
      { id: "code", kind: "code" },
      {
        id: "sub",
        kind: "subscription",
        action: { type: "host" },
        label: "Harbour Pass",
        from: { amount: 399, currency: "EUR" },
      },
      { id: "ad", kind: "ad", network: "none", leftToday: 2 },
    ],
  }),
  "gate-checking": gate({ name: "checking" }),
  "gate-unlocking": gate({ name: "unlocking", offer: coins, offers }),
  "gate-pending": gate({ name: "pending", offer: coins }),
  "gate-confirming": gate({ name: "confirming", offer: coins }),
  "gate-signed-out": gate({ name: "signed-out", offers }),
  "gate-failed": gate({ name: "failed", failure }),
  "gate-unavailable": gate({ name: "unavailable", reason: "geo" }),
  "gate-no-offers": gate({ name: "locked", offers: [] }),
};
