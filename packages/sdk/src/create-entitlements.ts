import type { AdapterSignal, EpisodeRef } from "@micro-drama/protocol";
import { createAccessStore } from "./access-store.js";
import { createChecks } from "./checks.js";
import { type Core, groupBySeries } from "./core.js";
import { defined } from "./defined.js";
import type { CheckOptions, Entitlements, EntitlementsOptions } from "./entitlements.js";
import { callSafely } from "./failure.js";
import { guardAdapter } from "./guarded-adapter.js";
import { createLazySpending } from "./lazy-spending.js";
import { createMerging } from "./merging.js";
import { createPlatform } from "./platform.js";
import { createRights } from "./rights.js";
import { createServerClock } from "./server-clock.js";
import type { Spending } from "./spending/index.js";
import { createDefaultStorage, scopeStorage } from "./storage.js";

const NOT_SENT = Object.freeze({ outcome: "failed", message: "Nothing was sent." } as const);

/** Two words about one sign-in come within this time, in milliseconds. */
const ECHO_MS = 1000;

/** Parts of the storage that belong to one viewer's purchases. */
const PURCHASES = ["unlock:", "lease:", "topup:", "adapter:purchase:"];

/**
 * Asks `adapter` what this viewer may play, and keeps the answers. Nothing is asked, written or listened to before
 * the first call of `check`, `unlock`, `topUp` or `signIn`.
 *
 * @example
 * const entitlements = createEntitlements({ adapter: createHttpAdapter({ endpoint: "https://api.example.com" }) });
 * const ref = { series: "lantern-keeper", episode: "e07" };
 * await entitlements.check([ref], { cause: "init", playbackFor: ["e07"] });
 * const state = entitlements.stateOf(ref);
 * if (state.name === "locked" && state.offers[0]) await entitlements.unlock(ref, state.offers[0]);
 */
export function createEntitlements(options: EntitlementsOptions): Entitlements {
  const { adapter } = options;
  const namespace = `micro-drama:1:${adapter.metadata.name}:`;
  const platform = createPlatform(options.platform);
  const now = options.now ?? Date.now;
  const log = options.log ?? (() => {});
  const storage = scopeStorage(options.storage ?? createDefaultStorage(), namespace);
  const store = createAccessStore(log);
  let viewer = new AbortController();
  let echoUntil = 0;
  let isClosed = false;
  let endings: ((() => void) | undefined)[] | undefined;

  const guarded = guardAdapter({
    adapter,
    platform,
    initialize: () =>
      adapter.initialize?.(
        defined({
          fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
          getToken: options.getToken,
          storage: scopeStorage(storage, "adapter:"),
          now,
          log,
        }),
      ),
    placement: options.placement,
    locale: options.locale ?? "en",
  });
  const core: Core = {
    store,
    rights: createRights(store),
    adapter: guarded,
    clock: createServerClock(now, platform.monotonicNow),
    platform,
    namespace,
    storageOf: (prefix) => scopeStorage(storage, prefix),
    now,
    log,
    viewerSignal: () => viewer.signal,
    viewerReplaced: () => replaceViewer("retry"),
  };
  const checks = createChecks(core);
  /** Called with every purchase, before anything of it is sent. */
  const keepViewer = () => afterStart("keepViewer", () => adapter.keepViewer?.());
  const spending = createLazySpending(core, checks, { ads: options.ads, keepViewer });
  const merging = createMerging(core, spending.load);

  const safely = (what: string, work: () => unknown) => void callSafely(log, what, work);
  const afterStart = async (what: string, work: () => void) => {
    const run = () => void (!isClosed && safely(what, work));
    await guarded.initialize().then(run, () => log("error", `${what}: the adapter did not start`));
  };
  const forgetPurchases = () => {
    for (const part of PURCHASES.map(core.storageOf)) for (const key of part.keys()) part.remove(key);
  };
  const askAgain = (cause: CheckOptions["cause"], refs = store.refs()) => ask(refs, { cause, force: true });
  const viewerChanged = () => replaceViewer("viewer");
  const replaceViewer = async (cause: "viewer" | "retry") => {
    if (isClosed) return;
    viewer.abort();
    viewer = new AbortController();
    core.rights.forget();
    checks.forget();
    store.forgetViewer();
    // Keys of a guest that became this viewer stay: what has no answer yet is asked about as the account.
    if (cause === "viewer" && (!adapter.mergeGuest || (await merging.begin()) === "nothing"))
      forgetPurchases();
    await askAgain(cause);
  };
  const wake = () => {
    spending.loaded?.wake();
    void merging.again().then((isMerged) => isMerged && askAgain("visible"));
    void checks.ask(
      store.refs().filter((ref) => store.stateOf(ref).name === "failed"),
      { cause: "visible" },
    );
  };
  const onSignal = (signal: AdapterSignal) => {
    if (signal?.type === "viewer-changed") void viewerChanged();
    else if (signal?.type === "access-changed") safely("a signal", () => askAgain("visible", signal.refs));
  };

  const begin = () => {
    if (endings || isClosed) return;
    if (adapter.mergeGuest) void merging.begin();
    endings = [platform.listen("online", wake), platform.listen("focus", wake), spending.watch()];
    void afterStart("onSignal", () => {
      endings?.push(adapter.onSignal?.(onSignal));
    });
  };
  const ask = async (refs: readonly EpisodeRef[], checkOptions: CheckOptions) => {
    const resumed = resume(refs);
    if (resumed) await resumed;
    return checks.ask(refs, checkOptions);
  };
  /** Keys without an answer come before any question, so that nothing else is for sale meanwhile. */
  const resume = (refs: readonly EpisodeRef[]): Promise<void> | undefined => {
    const series = [...groupBySeries(refs).keys()].filter((id) => core.storageOf(`unlock:${id}/`).keys()[0]);
    if (!series[0]) return undefined;
    const takeUp = (loaded: Spending) => {
      for (const id of series) loaded.resume(id);
    };
    return spending.use(takeUp, () => {});
  };
  return {
    get snapshot() {
      return store.snapshot;
    },
    stateOf: store.stateOf,
    subscribe: store.subscribe,
    async check(refs, checkOptions) {
      if (isClosed) return;
      begin();
      if (merging.running) await merging.running;
      const wasAsked = await ask(refs, checkOptions);
      const around = refs.filter(
        (ref) => checkOptions.playbackFor?.includes(ref.episode) && store.stateOf(ref).name === "granted",
      );
      if (!wasAsked && around.length > 0)
        void spending.use(
          (loaded) => loaded.prepare(around),
          () => {},
        );
    },
    async unlock(ref, offer, { code } = {}) {
      if (isClosed) return store.stateOf(ref);
      begin();
      return spending.unlock(ref, offer, defined({ code }));
    },
    settleByHost: (ref, answer) =>
      spending.use(
        (loaded) => loaded.settleByHost(ref, answer),
        () => store.stateOf(ref),
      ),
    async topUp(ref, offer) {
      begin();
      keepViewer();
      return spending.use(
        (loaded) => loaded.topUp(ref, offer),
        () => NOT_SENT,
      );
    },
    playback: async (ref, signal) => (await spending.load()).playback(ref, signal),
    rest: spending.rest,
    setAutoUnlock: (rule) =>
      spending.use(
        (loaded) => loaded.setAutoUnlock(rule),
        () => null,
      ),
    reportWatched: (ref, playback, seconds) =>
      spending.use(
        (loaded) => loaded.reportWatched(ref, playback, seconds),
        () => {},
      ),
    receipts: async (before) => (await spending.load()).receipts(before),
    async signIn() {
      const answer = await spending.use(
        (loaded) => loaded.signIn(),
        () => "cancelled" as const,
      );
      if (answer === "signed-in") await viewerChanged();
      echoUntil = platform.monotonicNow() + ECHO_MS;
      return answer;
    },
    // A page that tells of the very sign-in which the SDK has just carried out tells nothing new.
    viewerChanged: async () => {
      if (platform.monotonicNow() >= echoUntil) await viewerChanged();
    },
    wake,
    serverNow: core.clock.now,
    close() {
      isClosed = true;
      viewer.abort();
      for (const end of endings ?? []) if (end) safely("an ending", end);
      safely("close", () => adapter.close?.());
    },
  };
}
