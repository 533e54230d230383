import type {
  Access,
  CallContext,
  DeclineReason,
  EntitlementAdapter,
  EpisodeRef,
  Iso,
  KeyedCallContext,
  Offer,
} from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol";
import { defined } from "../defined.js";
import { type Media, toPlayback } from "../media.js";

/** What the page's functions are told. */
export type PageContext = Pick<CallContext, "signal" | "cause">;

/** What a page says of one episode. `true` is a grant, `false` a lock. */
export type CallbackAnswer =
  | boolean
  | {
      readonly granted: true;
      /** When the right ends. Default: never. */
      readonly until?: Iso;
      readonly playback?: Media;
    }
  | { readonly granted: false; readonly offers?: readonly Offer[]; readonly isSignedOut?: boolean };

/** What {@link createCallbackAdapter} needs. */
export interface CallbackAdapterOptions {
  /** Tells stored keys of several such adapters on one origin apart. Default `page`. */
  readonly name?: string;
  /**
   * May this viewer play these episodes of one series? One answer for all, or one per episode id; an episode that is
   * left out stays locked.
   */
  check(
    refs: readonly EpisodeRef[],
    ctx: PageContext,
  ):
    | boolean
    | { readonly [episode: string]: CallbackAnswer }
    | Promise<boolean | { readonly [episode: string]: CallbackAnswer }>;
  /**
   * Opens an episode through an offer. The same `idempotencyKey` must never charge twice. Default: nothing can be
   * opened, and a locked episode comes without offers.
   */
  unlock?(
    ref: EpisodeRef,
    offerId: string,
    ctx: PageContext & Pick<KeyedCallContext, "idempotencyKey">,
  ): Promise<CallbackAnswer | { readonly declined: DeclineReason }>;
  /** Where the media of a granted episode is. */
  playback?(ref: EpisodeRef, ctx: PageContext): Media | Promise<Media>;
  /** Opens the page's log-in; called inside the viewer's gesture. Resolves to whether somebody logged in. */
  signIn?(ctx: PageContext): Promise<boolean>;
}

/** The way that a page with an `unlock` of its own offers when it names none. */
const OPEN: Offer = { id: "open", kind: "custom", action: { type: "adapter" } };

/**
 * Lets the page decide: its own subscriber log-in, its own shop.
 *
 * @example
 * const adapter = createCallbackAdapter({ check: async () => subscriber.isActive });
 */
export function createCallbackAdapter(options: CallbackAdapterOptions): EntitlementAdapter {
  let now = Date.now;
  const toAccess = (ref: EpisodeRef, answer: CallbackAnswer | undefined): Access => {
    const said = typeof answer === "object" ? answer : { granted: answer === true };
    if (said.granted === true) {
      const { until, playback } = said as Extract<CallbackAnswer, { granted: true }>;
      const media = playback && toPlayback(playback);
      return defined({ ref, state: "granted", via: "host", until, playback: media });
    }
    const { offers, isSignedOut } = said as Extract<CallbackAnswer, { granted: false }>;
    const state = isSignedOut === true ? "signed-out" : "locked";
    return { ref, state, offers: offers ?? (options.unlock ? [OPEN] : []) };
  };

  return {
    metadata: { name: options.name ?? "page", version: "1" },
    initialize(host) {
      now = host.now;
    },
    async check(refs, { signal, cause }) {
      const answer = await options.check(refs, { signal, cause });
      const answers = typeof answer === "object" ? answer : undefined;
      const items = refs.map((ref) => toAccess(ref, answers ? answers[ref.episode] : (answer as boolean)));
      return { items, serverNow: new Date(now()).toISOString() };
    },
    async unlock({ refs, offerId }, { signal, cause, idempotencyKey }) {
      const [ref] = refs;
      if (!ref || !options.unlock) return { outcome: "declined", reason: "offer-gone" };
      const answer = await options.unlock(ref, offerId, { signal, cause, idempotencyKey });
      if (typeof answer === "object" && "declined" in answer)
        return { outcome: "declined", reason: answer.declined };
      const item = toAccess(ref, answer);
      if (item.state === "granted")
        return { outcome: "granted", items: [item], charged: null, already: false };
      return { outcome: "declined", reason: "policy", ...("offers" in item && { offers: item.offers }) };
    },
    ...(options.playback && {
      playback: async (ref: EpisodeRef, { signal, cause }: CallContext) => {
        const media = await options.playback?.(ref, { signal, cause });
        if (media) return toPlayback(media);
        throw new EntitlementError("not-found", `The page has no media for ${refKey(ref)}.`);
      },
    }),
    ...(options.signIn && {
      signIn: async ({ signal, cause }: CallContext) =>
        (await options.signIn?.({ signal, cause })) === true ? "signed-in" : "cancelled",
    }),
  };
}
