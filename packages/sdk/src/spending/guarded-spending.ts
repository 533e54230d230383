import type {
  AdSession,
  EpisodeRef,
  MergeResult,
  Playback,
  Preferences,
  ReceiptPage,
  TopUpResult,
  UnlockRequest,
  UnlockResult,
  WatchedReport,
} from "@micro-drama/protocol";
import {
  parseAdSession,
  parseMergeResult,
  parsePlayback,
  parsePreferences,
  parseReceiptPage,
  parseTopUpResult,
  parseUnlockResult,
} from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { type CallOptions, freezeRefs, type GuardedAdapter } from "../guarded-adapter.js";
import { DEADLINES } from "./deadlines.js";

/** The methods of an adapter that a purchase needs, behind the same fence as the others. */
export interface GuardedSpending {
  unlock(request: UnlockRequest, idempotencyKey: string, options: CallOptions): Promise<UnlockResult>;
  reconcile?(idempotencyKey: string, options: CallOptions): Promise<UnlockResult>;
  playback?(ref: EpisodeRef, options: CallOptions): Promise<Playback>;
  topUp?(offerId: string, idempotencyKey: string, options: CallOptions): Promise<TopUpResult>;
  startAd?(ref: EpisodeRef, offerId: string, options: CallOptions): Promise<AdSession>;
  watched?(ref: EpisodeRef, report: WatchedReport, options: CallOptions): Promise<void>;
  receipts?(before: string | undefined, options: CallOptions): Promise<ReceiptPage>;
  preferences?(options: CallOptions): Promise<Preferences>;
  setPreferences?(preferences: Preferences, options: CallOptions): Promise<Preferences>;
  mergeGuest?(options: CallOptions): Promise<MergeResult>;
  signIn?(options: CallOptions): Promise<"signed-in" | "cancelled">;
}

/** Puts the fence around what a purchase needs. Optional methods are absent where the adapter has none. */
export function guardSpending({ inner, call }: GuardedAdapter): GuardedSpending {
  return {
    unlock: (request, idempotencyKey, options) =>
      call(
        DEADLINES.unlock,
        options,
        (ctx) => inner.unlock(freezeRequest(request), defined({ ...ctx, idempotencyKey })),
        parseUnlockResult,
      ),
    ...(inner.reconcile && {
      reconcile: (idempotencyKey: string, options: CallOptions) =>
        call(
          DEADLINES.reconcile,
          options,
          (ctx) => inner.reconcile?.(idempotencyKey, ctx),
          parseUnlockResult,
        ),
    }),
    ...(inner.playback && {
      playback: ({ series, episode }: EpisodeRef, options: CallOptions) =>
        call(
          DEADLINES.playback,
          options,
          (ctx) => inner.playback?.(Object.freeze({ series, episode }), ctx),
          parsePlayback,
        ),
    }),
    ...(inner.topUp && {
      topUp: (offerId: string, idempotencyKey: string, options: CallOptions) =>
        call(
          DEADLINES.unlock,
          options,
          (ctx) => inner.topUp?.(offerId, defined({ ...ctx, idempotencyKey })),
          parseTopUpResult,
        ),
    }),
    ...(inner.startAd && {
      startAd: ({ series, episode }: EpisodeRef, offerId: string, options: CallOptions) =>
        call(
          DEADLINES.account,
          options,
          (ctx) => inner.startAd?.(Object.freeze({ series, episode }), offerId, ctx),
          parseAdSession,
        ),
    }),
    ...(inner.watched && {
      watched: ({ series, episode }: EpisodeRef, report: WatchedReport, options: CallOptions) =>
        call(
          DEADLINES.account,
          options,
          (ctx) => inner.watched?.(Object.freeze({ series, episode }), Object.freeze({ ...report }), ctx),
          () => {},
        ),
    }),
    ...(inner.receipts && {
      receipts: (before: string | undefined, options: CallOptions) =>
        call(DEADLINES.account, options, (ctx) => inner.receipts?.(before, ctx), parseReceiptPage),
    }),
    ...(inner.preferences && {
      preferences: (options: CallOptions) =>
        call(DEADLINES.account, options, (ctx) => inner.preferences?.(ctx), parsePreferences),
    }),
    ...(inner.setPreferences && {
      setPreferences: (preferences: Preferences, options: CallOptions) =>
        call(DEADLINES.account, options, (ctx) => inner.setPreferences?.(preferences, ctx), parsePreferences),
    }),
    ...(inner.mergeGuest && {
      mergeGuest: (options: CallOptions) =>
        call(DEADLINES.merge, options, (ctx) => inner.mergeGuest?.(ctx), parseMergeResult),
    }),
    ...(inner.signIn && {
      signIn: (options: CallOptions) =>
        call(
          DEADLINES.signIn,
          options,
          (ctx) => inner.signIn?.(ctx),
          (answer) => (answer === "signed-in" ? answer : "cancelled"),
        ),
    }),
  };
}

function freezeRequest(request: UnlockRequest): UnlockRequest {
  return Object.freeze({
    ...request,
    refs: freezeRefs(request.refs),
    ...(request.evidence && { evidence: Object.freeze({ ...request.evidence }) }),
  });
}
