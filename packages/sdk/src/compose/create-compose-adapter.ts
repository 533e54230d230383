import type {
  CallContext,
  CheckContext,
  EntitlementAdapter,
  EpisodeRef,
  HostServices,
  KeyedCallContext,
  Playback,
  TopUpResult,
  UnlockRequest,
  UnlockResult,
  WatchedReport,
} from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { toEntitlementError } from "../failure.js";
import { createMemoryStorage, scopeStorage } from "../storage.js";
import { joinChecks, joinWallets, type PartAnswer } from "./join-checks.js";
import { mergeGuests } from "./merge-guests.js";
import { createOpenRequests } from "./open-requests.js";
import { joinQuotes, markOffers, type Part, readMark, splitQuote } from "./part.js";
import { createReadiness } from "./readiness.js";

/**
 * Several adapters as one: the first that grants an episode wins, and an offer is carried out by the adapter that made
 * it. Put first what costs the viewer nothing more, e.g. the subscription before the coins.
 *
 * @example
 * const adapter = createComposeAdapter([subscription, createHttpAdapter({ endpoint: "https://api.example.com" })]);
 */
export function createComposeAdapter(adapters: readonly EntitlementAdapter[]): EntitlementAdapter {
  if (adapters.length === 0)
    throw new EntitlementError("config", "createComposeAdapter needs at least one adapter.");
  const parts: readonly Part[] = adapters.map((adapter, index) => ({ adapter, index }));
  let storage = createMemoryStorage();
  let log: HostServices["log"] = () => {};
  const readiness = createReadiness(parts);
  const requests = createOpenRequests(parts, () => storage);
  /** Who granted an episode when it was last asked about: its media come from there. */
  const granters = new Map<string, Part>();
  /** The first one that has a method. */
  const having = <Name extends keyof EntitlementAdapter>(name: Name) =>
    adapters.find((adapter) => adapter[name] !== undefined);

  const askPart = async (part: Part, refs: readonly EpisodeRef[], ctx: CheckContext): Promise<PartAnswer> => {
    try {
      // Without a tag nobody can answer that nothing has changed.
      const { etag: _etag, ...rest } = ctx;
      const result = await readiness.inTime(part, () => part.adapter.check(refs, rest));
      if ("items" in result) return { part, result };
      throw new EntitlementError("bad-response", "Nothing can be unchanged that was not asked before.");
    } catch (error) {
      return { part, result: toEntitlementError(error) };
    }
  };

  /** An answer of one part in the words of the whole. */
  const translate = (part: Part, result: UnlockResult): UnlockResult => {
    if (result.outcome === "granted") {
      for (const { ref, state } of result.items) if (state === "granted") granters.set(refKey(ref), part);
      const { wallet: _wallet, ...rest } = result;
      return { ...rest, items: rest.items.map(({ rev: _rev, ...item }) => item) as typeof rest.items };
    }
    if (result.outcome !== "declined") return result;
    // One purse of several would hide the others; the next check brings them all.
    const { wallet: _wallet, offers, quote, ...rest } = result;
    return defined({
      ...rest,
      offers: offers && markOffers(part.index, offers),
      quote: quote && joinQuotes([[part, quote]]),
    });
  };

  const sendTo = async (part: Part, request: UnlockRequest, ctx: KeyedCallContext): Promise<UnlockResult> => {
    const [, offerId] = readMark(parts, request.offerId);
    const quote = splitQuote(request.quote, part);
    await readiness.started(part);
    return part.adapter.unlock(defined({ ...request, offerId, quote }), ctx);
  };

  const settle = (key: string, part: Part, result: UnlockResult): UnlockResult => {
    if (result.outcome === "granted" || result.outcome === "declined") requests.end(key);
    return translate(part, result);
  };

  const topUpper = having("topUp");
  const adStarter = having("startAd");
  return {
    metadata: { name: `compose:${adapters.map(({ metadata }) => metadata.name).join("+")}`, version: "1" },
    async initialize(host: HostServices) {
      storage = scopeStorage(host.storage, "purchase:");
      log = host.log;
      await readiness.startAll(host);
    },
    async check(refs, ctx) {
      const answers = await Promise.all(parts.map((part) => askPart(part, refs, ctx)));
      for (const { part, result } of [...answers].reverse())
        for (const { ref, state } of "items" in result ? result.items : [])
          if (state === "granted") granters.set(refKey(ref), part);
      return joinChecks(refs, answers);
    },
    async unlock(request, ctx) {
      const [part] = readMark(parts, request.offerId);
      if (!part) return { outcome: "declined", reason: "offer-gone" };
      requests.begin(ctx.idempotencyKey, request);
      return settle(ctx.idempotencyKey, part, await sendTo(part, request, ctx));
    },
    async reconcile(key, ctx) {
      const open = requests.find(key);
      if (!open) return { outcome: "unknown", sent: false };
      const { part, request } = open;
      await readiness.started(part);
      // Who cannot say what became of a key gets the same request with the same key, which answers the same question.
      const ask = part.adapter.reconcile
        ? part.adapter.reconcile(key, ctx)
        : sendTo(part, request, { ...ctx, idempotencyKey: key });
      const result = await ask;
      if (result.outcome === "unknown" && !result.sent) requests.end(key);
      return settle(key, part, result);
    },
    async playback(ref, ctx): Promise<Playback> {
      const adapter = granters.get(refKey(ref))?.adapter ?? having("playback");
      if (adapter?.playback) return adapter.playback(ref, ctx);
      return playbackByCheck(adapter, ref, ctx);
    },
    ...(having("wallet") && {
      async wallet(ctx: CallContext) {
        const wallets = await Promise.all(adapters.map((adapter) => adapter.wallet?.(ctx)));
        return joinWallets(wallets.flatMap((wallet) => wallet ?? [])) ?? { balances: [], rev: 0 };
      },
    }),
    ...(topUpper && {
      async topUp(offerId: string, ctx: KeyedCallContext): Promise<TopUpResult> {
        const [part, id] = readMark(parts, offerId);
        return (await part?.adapter.topUp?.(id, ctx)) ?? { outcome: "declined", reason: "offer-gone" };
      },
    }),
    ...(adStarter && {
      async startAd(ref: EpisodeRef, offerId: string, ctx: CallContext) {
        const [part, id] = readMark(parts, offerId);
        if (part?.adapter.startAd) return part.adapter.startAd(ref, id, ctx);
        throw new EntitlementError("unsupported", "The adapter of this offer has no films.");
      },
    }),
    ...(having("watched") && {
      async watched(ref: EpisodeRef, report: WatchedReport, ctx: CallContext) {
        await granters.get(refKey(ref))?.adapter.watched?.(ref, report, ctx);
      },
    }),
    ...delegate(having),
    ...mergeGuests(adapters),
    keepViewer: () => each(adapters, (adapter) => adapter.keepViewer?.()),
    hostGranted: (ref) => having("hostGranted")?.hostGranted?.(ref),
    onSignal(listener) {
      const endings: (() => void)[] = [];
      for (const adapter of adapters) {
        try {
          const end = adapter.onSignal?.(listener);
          if (end) endings.push(end);
        } catch (error) {
          log("warn", `${adapter.metadata.name} tells of no changes: ${toEntitlementError(error).message}`);
        }
      }
      return () => each(endings, (end) => end());
    },
    close: () => each(adapters, (adapter) => adapter.close?.()),
  };
}

/** Does the same with all, also when one of them throws; the first error is told when all have had their turn. */
function each<Item>(items: readonly Item[], work: (item: Item) => void): void {
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      work(item);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** What belongs to a viewer's account rather than to an episode: the first adapter that has it speaks for all. */
function delegate(
  having: (name: keyof EntitlementAdapter) => EntitlementAdapter | undefined,
): Partial<EntitlementAdapter> {
  const names = ["signIn", "receipts", "preferences", "setPreferences"] as const;
  const methods = names.flatMap((name) => {
    const adapter = having(name);
    return adapter ? [[name, adapter[name]?.bind(adapter)] as const] : [];
  });
  return Object.fromEntries(methods) as Partial<EntitlementAdapter>;
}

/** Adapters without `playback` bring media with their checks. */
async function playbackByCheck(
  adapter: EntitlementAdapter | undefined,
  ref: EpisodeRef,
  ctx: CallContext,
): Promise<Playback> {
  const result = await adapter?.check([ref], { ...ctx, playbackFor: [ref.episode] });
  const item = result && "items" in result ? result.items[0] : undefined;
  if (item?.state === "granted" && item.playback) return item.playback;
  throw new EntitlementError("unsupported", "The adapter granted the episode but gave no media for it.");
}
