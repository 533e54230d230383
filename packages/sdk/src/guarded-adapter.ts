import type {
  CallContext,
  CheckContext,
  CheckNotModified,
  CheckResult,
  EntitlementAdapter,
  EpisodeRef,
} from "@micro-drama/protocol";
import { EntitlementError, parseCheckResult } from "@micro-drama/protocol";
import { defined } from "./defined.js";
import { toEntitlementError } from "./failure.js";
import type { Platform } from "./platform.js";

/** How long an adapter may take, in milliseconds. What purchases may take comes with their code. */
const INITIALIZE_MS = 10_000;
const CHECK_MS = 3000;

/** What the caller of one adapter call knows about it. */
export interface CallOptions {
  readonly cause: CallContext["cause"];
  /** Default 1. */
  readonly attempt?: number;
  /** Default: what is usual for the call. */
  readonly deadlineMs?: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * An adapter behind a fence: initialised once, every call with a deadline, arguments frozen, answers parsed.
 * Every rejection is an `EntitlementError`. Optional methods are absent where the adapter has none.
 */
export interface GuardedAdapter {
  /** The adapter itself, to see what it has; call it through `call` only. */
  readonly inner: EntitlementAdapter;
  /**
   * Calls a method under a deadline; `read` looks at its answer before anybody else does. Calls at once when the adapter
   * is ready, so that a pop-up still counts as opened by the viewer's gesture.
   */
  call<T>(
    deadlineMs: number,
    options: CallOptions,
    work: (ctx: CallContext) => unknown,
    read: (answer: unknown) => T,
  ): Promise<T>;
  check(
    refs: readonly EpisodeRef[],
    options: CallOptions & Pick<CheckContext, "playbackFor"> & { readonly etag?: string | undefined },
  ): Promise<CheckResult | CheckNotModified>;
  /** Settles when the adapter is ready. */
  initialize(): Promise<void>;
}

/** What a fence needs beside the adapter. */
export interface FenceOptions {
  readonly adapter: EntitlementAdapter;
  readonly platform: Platform;
  /** Passed to `adapter.initialize`; called until it succeeds once. */
  readonly initialize: () => Promise<void> | void;
  readonly placement: string | undefined;
  readonly locale: string;
}

/** Puts the fence around an adapter. */
export function guardAdapter({
  adapter,
  platform,
  initialize,
  placement,
  locale,
}: FenceOptions): GuardedAdapter {
  let ready: Promise<void> | undefined;
  let isReady = false;

  /** Runs `work` against the clock. The adapter is also told to stop, but is not trusted to. */
  const race = async <T>(
    work: (signal: AbortSignal) => unknown,
    read: (answer: unknown) => T,
    { deadlineMs, signal }: { readonly deadlineMs: number; readonly signal: AbortSignal },
  ): Promise<T> => {
    const controller = new AbortController();
    let cancelTimer = () => {};
    let stopListening = () => {};
    const ended = new Promise<never>((_resolve, reject) => {
      const end = (error: EntitlementError) => {
        reject(error);
        controller.abort(error);
      };
      const abort = () => end(new EntitlementError("aborted", "Nobody needs the answer any more."));
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort);
      stopListening = () => signal.removeEventListener("abort", abort);
      if (!Number.isFinite(deadlineMs)) return;
      const message = `The adapter did not answer within ${deadlineMs} ms.`;
      cancelTimer = platform.setTimer(
        () => end(new EntitlementError("timeout", message, { retryable: true })),
        deadlineMs,
      );
    });
    try {
      // Started in this very task, so that a gesture still counts.
      const answer = signal.aborted ? ended : Promise.resolve(work(controller.signal));
      return read(await Promise.race([answer, ended]));
    } catch (error) {
      throw toEntitlementError(error);
    } finally {
      cancelTimer();
      stopListening();
    }
  };

  const start = (): Promise<void> => {
    const signal = new AbortController().signal;
    ready ??= race(initialize, () => undefined, { deadlineMs: INITIALIZE_MS, signal }).then(
      () => {
        isReady = true;
      },
      (error: unknown) => {
        ready = undefined;
        throw error;
      },
    );
    return ready;
  };

  const context = (signal: AbortSignal, { cause, attempt = 1 }: CallOptions) =>
    ({ signal, attempt, cause, locale, ...(placement !== undefined && { placement }) }) as const;

  const call: GuardedAdapter["call"] = async (deadlineMs, options, work, read) => {
    if (!isReady) await start();
    return race((signal) => work(Object.freeze(context(signal, options))), read, {
      deadlineMs: options.deadlineMs ?? deadlineMs,
      signal: options.signal,
    });
  };

  return {
    inner: adapter,
    call,
    initialize: start,
    check: (refs, { etag, playbackFor, ...options }) =>
      call(
        CHECK_MS,
        options,
        (ctx) => adapter.check(freezeRefs(refs), defined({ ...ctx, etag, playbackFor })),
        parseCheckResult,
      ),
  };
}

/** Copies that an adapter cannot change. */
export function freezeRefs(refs: readonly EpisodeRef[]): readonly EpisodeRef[] {
  return Object.freeze(refs.map(({ series, episode }) => Object.freeze({ series, episode })));
}
