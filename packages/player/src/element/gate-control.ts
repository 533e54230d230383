import type { EpisodeRef, Offer } from "@micro-drama/protocol";
import { refKey } from "@micro-drama/protocol/manifest";
import type { Entitlements, UnlockState } from "@micro-drama/sdk";
import type { AccountRequest } from "../core/account-view.js";
import { activeEpisode, refOf } from "../core/player-model.js";
import { offerDetail } from "../events/details.js";
import { DramaEvent, DramaUnlockRequestEvent } from "../events/drama-event.js";
import type { EntitlementLink } from "./entitlement-link.js";
import { createGateAccount } from "./gate-account.js";
import type { Session } from "./session.js";

type CodeInput = { readonly code: string };

/** Carries out what a viewer (or the page) does about a lock. */
export interface GateControl {
  /** From the sheet: ignored until the gate is armed. */
  chooseOffer(offer: Offer, input?: { readonly code: string }): void;
  /** From page code. Settles with the state in which the attempt came to rest. */
  unlock(offer: Offer, input?: { readonly code: string }): Promise<UnlockState>;
  signIn(): void;
  askAccount(request: AccountRequest): void;
}

/** @param session the player; `link` its way to the SDK */
export function createGateControl(session: Session, link: EntitlementLink): GateControl {
  const attempts = new Map<string, Promise<UnlockState>>();
  const account = createGateAccount(session, link, { isAskedFor: (key) => attempts.has(key) });

  const attempt = async (ref: EpisodeRef, offer: Offer, input?: CodeInput): Promise<UnlockState> => {
    const chosen = { ...session.detail(), offer: offerDetail(offer) };
    const request = new DramaUnlockRequestEvent(chosen);
    const isOurs = session.emit(request);
    const entitlements = await link.ready();
    if (request.answer || isOurs) session.emit(new DramaEvent("drama-offer-chosen", chosen));
    if (request.answer) return settleByPage(session, entitlements, ref, request.answer);
    if (!isOurs) return entitlements.stateOf(ref);
    if (offer.kind === "topup" && offer.action.type === "adapter")
      return topUp(session, entitlements, ref, offer);
    if ("action" in offer && offer.action.type === "url") {
      // The platform's own page; when the viewer comes back, the page's visibility asks again.
      window.open(offer.action.href, "_blank", "noopener");
      return entitlements.stateOf(ref);
    }
    if ("action" in offer && offer.action.type === "host") {
      console.warn(
        `<micro-drama>: nobody answered drama-unlock-request for the offer '${offer.id}', which the page has to carry out: call event.respondWith(promise).`,
      );
      return entitlements.stateOf(ref);
    }
    return entitlements.unlock(ref, offer, input);
  };

  /** One attempt per episode at a time: a second press joins the first. */
  const unlock = (offer: Offer, input?: CodeInput): Promise<UnlockState> => {
    const { series } = session.model;
    const episode = activeEpisode(session.model);
    if (!series || !episode) return Promise.resolve({ name: "unknown" });
    const ref = refOf(series, episode);
    const key = refKey(ref);
    const running = attempts.get(key) ?? attempt(ref, offer, input).finally(() => attempts.delete(key));
    attempts.set(key, running);
    return running;
  };

  return {
    chooseOffer: (offer, input) => {
      if (!session.model.gateArmed || session.model.toppingUp) return;
      unlock(offer, input).catch((error: unknown) => reportFailure(session, error));
    },
    unlock,
    signIn: () => {
      if (!session.emit(new DramaEvent("drama-sign-in-request", session.detail()))) return;
      link
        .ready()
        .then((entitlements) => entitlements.signIn())
        .then((outcome) => {
          if (outcome === "signed-in") link.viewerChanged();
          if (outcome === "unsupported") {
            account.tell({ type: "no-sign-in" });
            console.warn(
              "<micro-drama>: the platform has no sign-in of its own; cancel drama-sign-in-request, open your log-in, and call recheck() after it.",
            );
          }
        })
        .catch((error: unknown) => reportFailure(session, error));
    },
    askAccount: account.ask,
  };
}

async function settleByPage(
  session: Session,
  entitlements: Entitlements,
  ref: EpisodeRef,
  answer: NonNullable<DramaUnlockRequestEvent["answer"]>,
): Promise<UnlockState> {
  session.commit({ isPageDeciding: true });
  try {
    return await entitlements.settleByHost(ref, await answer);
  } catch (error) {
    // A page's promise that rejects has said no: fail closed.
    console.error(
      "<micro-drama>: respondWith() got a promise that rejected; the episode stays locked.",
      error,
    );
    return await entitlements.settleByHost(ref, { outcome: "declined" });
  } finally {
    session.commit({ isPageDeciding: false });
  }
}

async function topUp(
  session: Session,
  entitlements: Entitlements,
  ref: EpisodeRef,
  offer: Offer,
): Promise<UnlockState> {
  session.commit({ toppingUp: true, topUpFailed: false });
  let why = "";
  try {
    const result = await entitlements.topUp(ref, offer);
    if (result.outcome === "failed") why = result.message;
    else if (result.outcome === "declined") why = `The top-up was refused: ${result.reason}.`;
  } finally {
    session.commit({ toppingUp: false, topUpFailed: why !== "" });
  }
  if (why) reportFailure(session, new Error(why));
  return entitlements.stateOf(ref);
}

function reportFailure(session: Session, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  session.emit(new DramaEvent("drama-error", { ...session.detail(), code: "unlock", message }));
}
