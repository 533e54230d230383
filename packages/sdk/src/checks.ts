import type { CheckResult, EpisodeRef, Quote } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import { type Core, groupBySeries } from "./core.js";
import type { CheckOptions } from "./entitlements.js";
import { toEntitlementError, toFailure } from "./failure.js";
import type { UnlockState } from "./unlock-state.js";

/** The most episodes that the protocol takes in one question. */
const BATCH = 200;
const DEFAULT_TTL_MS = 60_000;
const LONGEST_TTL_MS = 24 * 3600 * 1000;
/** A price signature that ends sooner than this is too old to show a price by. */
const QUOTE_MARGIN_MS = 30_000;
/** The second and last try gets longer: on a slow mobile line the first question also paid for the connection. */
const SECOND_DEADLINE_MS = 8000;

/** Most first questions are answered: what a second one needs comes with the code of purchases. */
const fetchRetries = () => import("./spending/index.js");

/** How the SDK's own parts ask. */
export interface InternalCheckOptions extends CheckOptions {
  /** The reason of the last decline is gone (coins came in). */
  readonly forgetDecline?: boolean;
}

/** Asks the adapter about many episodes at once, remembers how long the answers are good, and commits them. */
export interface Checks {
  /** Settles when the states are committed; false when the known answers were fresh enough. Never rejects. */
  ask(refs: readonly EpisodeRef[], options: InternalCheckOptions): Promise<boolean>;
  quoteOf(series: string): Quote | undefined;
  setQuote(series: string, quote: Quote): void;
  /** Something was bought: tags, and offers of other episodes (the price of the rest), are old from now on. */
  invalidate(): void;
  /** Forgets what belongs to the viewer. */
  forget(): void;
}

interface Flight {
  readonly keys: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly done: Promise<void>;
}

/** Checks over a core. */
export function createChecks(core: Core): Checks {
  const { store, rights, adapter, clock, platform } = core;
  const flights = new Set<Flight>();
  const freshUntil = new Map<string, number>();
  const quotes = new Map<string, Quote>();
  const tagged = new Map<string, CheckResult & { readonly etag: string }>();
  /** Whom the answers are about, where the backend says so. */
  let viewer: string | undefined;

  const isFresh = (ref: EpisodeRef): boolean => {
    const state = store.stateOf(ref);
    if (needsWord(state) || state.name === "checking") return false;
    if (platform.monotonicNow() >= (freshUntil.get(refKey(ref)) ?? 0)) return false;
    const quote = quotes.get(ref.series);
    if (state.name !== "locked" || quote === undefined) return true;
    return Date.parse(quote.expiresAt) - QUOTE_MARGIN_MS > clock.now();
  };

  const commit = (refs: readonly EpisodeRef[], answer: CheckResult, askedAt: number, forget: boolean) => {
    const items = new Map(answer.items.map((item) => [refKey(item.ref), item]));
    for (const ref of refs) {
      const item = items.get(refKey(ref));
      if (item) rights.merge(item, askedAt, { forgetDecline: forget });
      else fail([ref], new EntitlementError("bad-response", "The answer lacks this episode."));
    }
    if (answer.wallet) store.setWallet(answer.wallet);
  };

  const fail = (refs: readonly EpisodeRef[], error: EntitlementError) => {
    core.log("warn", `check failed: ${error.message}`);
    for (const ref of refs) {
      if (store.stateOf(ref).name !== "checking") continue;
      const isUnknown = error.code === "auth-required" && !error.retryable;
      store.send(
        ref,
        isUnknown ? { type: "sign-in-required", offers: [] } : { type: "fail", failure: toFailure(error) },
      );
    }
  };

  const batch = async (refs: readonly EpisodeRef[], series: string, options: InternalCheckOptions) => {
    const signal = core.viewerSignal();
    const askedAt = rights.begin();
    const startedAt = platform.monotonicNow();
    const playbackFor = Object.freeze([...(options.playbackFor ?? [])]);
    const tag = JSON.stringify([refs.map(refKey), playbackFor]);
    const known = tagged.get(tag);
    try {
      const { cause } = options;
      const ask = (attempt: number, deadlineMs?: number) =>
        adapter.check(refs, { cause, playbackFor, etag: known?.etag, attempt, deadlineMs, signal });
      const answer = await ask(1).catch(async (thrown: unknown) => {
        const { waitForNextTry } = await fetchRetries().catch(() => {
          throw thrown;
        });
        await waitForNextTry(platform, { attempt: 1, thrown, tries: 2, signal });
        return ask(2, SECOND_DEADLINE_MS);
      });
      if (signal.aborted) return;
      const result = "notModified" in answer ? known : answer;
      if (!result) throw new EntitlementError("bad-response", "Unchanged, and never known.");
      clock.sync(answer.serverNow);
      const { viewer: named = viewer } = result;
      viewer ??= named;
      // Once per question: a backend that names somebody else with every answer would be asked in a circle.
      if (named !== viewer && options.cause !== "retry") return await core.viewerReplaced();
      if (answer.quote) quotes.set(series, answer.quote);
      if (result.etag) tagged.set(tag, withoutMedia(result, result.etag));
      const ttlMs = Math.min(result.ttlMs ?? DEFAULT_TTL_MS, LONGEST_TTL_MS);
      for (const ref of refs) freshUntil.set(refKey(ref), startedAt + ttlMs);
      commit(refs, result, askedAt, options.forgetDecline === true);
      store.setStatus("ready");
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toEntitlementError(thrown);
      fail(refs, error);
      store.setStatus(error.code === "config" || error.code === "forbidden" ? "fatal" : "stale");
    }
  };

  const askSeries = async (series: string, refs: readonly EpisodeRef[], options: InternalCheckOptions) => {
    const signal = core.viewerSignal();
    if (!options.force) {
      if (refs.every(isFresh)) return false;
      const running = [...flights].find(
        (flight) => flight.signal === signal && refs.every((ref) => flight.keys.has(refKey(ref))),
      );
      if (running) return running.done.then(() => true);
    }
    for (const ref of refs) if (needsWord(store.stateOf(ref))) store.send(ref, { type: "check" });
    const batches = Array.from({ length: Math.ceil(refs.length / BATCH) }, (_, index) =>
      batch(refs.slice(index * BATCH, (index + 1) * BATCH), series, options),
    );
    const done = Promise.all(batches).then(() => {});
    const flight = { keys: new Set(refs.map(refKey)), signal, done };
    flights.add(flight);
    await done.finally(() => flights.delete(flight));
    return true;
  };

  return {
    async ask(refs, options) {
      const groups = [...groupBySeries(refs)];
      const asked = await Promise.all(groups.map(([series, group]) => askSeries(series, group, options)));
      return asked.includes(true);
    },
    quoteOf: (series) => quotes.get(series),
    setQuote: (series, quote) => void quotes.set(series, quote),
    invalidate() {
      tagged.clear();
      freshUntil.clear();
    },
    forget() {
      viewer = undefined;
      freshUntil.clear();
      quotes.clear();
      tagged.clear();
    },
  };
}

/** What may be said again when nothing changed. Media URLs are short-lived: the ones in hand are newer. */
function withoutMedia(result: CheckResult, etag: string): CheckResult & { readonly etag: string } {
  const items = result.items.map((item) => {
    if (item.state !== "granted") return item;
    const { playback: _playback, ...rest } = item;
    return rest;
  });
  return { ...result, items, etag };
}

/**
 * Where nothing can be shown yet, the question itself is shown. Elsewhere (offers on a sheet, a playing episode) the
 * answer replaces what is there, and a failure leaves it standing.
 */
function needsWord({ name }: UnlockState): boolean {
  return name === "unknown" || name === "failed";
}
