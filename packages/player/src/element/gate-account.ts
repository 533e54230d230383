import type { AutoUnlockRule, WaitOffer } from "@micro-drama/protocol";
import type { Entitlements } from "@micro-drama/sdk";
import type { AccountNotice, AccountRequest, AccountView } from "../core/account-view.js";
import { activeEpisode, refOf } from "../core/player-model.js";
import { DramaEvent } from "../events/drama-event.js";
import type { EntitlementLink } from "./entitlement-link.js";
import { followRule, type RuleFollower } from "./gate-auto-unlock.js";
import { selectOneByOne } from "./gate-one-by-one.js";
import { saveReminder } from "./gate-reminder.js";
import type { Session } from "./session.js";

/** The viewer's purchases, reminders and rule: what the sheet shows beside the offers. */
export interface GateAccount {
  ask(request: AccountRequest): void;
  tell(notice: AccountNotice): void;
}

const EMPTY: AccountView = Object.freeze({ spentByRule: 0 });

/** @param session the player; `link` its way to the SDK; `isAskedFor` tells presses from the rule */
export function createGateAccount(
  session: Session,
  link: EntitlementLink,
  { isAskedFor }: Pick<RuleFollower, "isAskedFor">,
): GateAccount {
  const now = (): AccountView => session.model.account ?? EMPTY;
  const change = (part: Partial<AccountView>): void =>
    session.commit({ account: Object.freeze({ ...now(), ...part }) });
  const tell = (notice: AccountNotice): void => change({ notice });
  const drop = (name: "notice" | "purchases"): void => {
    const { [name]: _dropped, ...rest } = now();
    session.commit({ account: Object.freeze(rest) });
  };
  /** Carries out what needs the SDK. It is there by the time that the sheet can ask. */
  const withSdk = (carryOut: (entitlements: Entitlements) => Promise<unknown>): void => {
    link
      .ready()
      .then(carryOut)
      .catch((error: unknown) => console.warn("<micro-drama>: the viewer's account:", error));
  };

  const showPurchases = (before: string | undefined): void => {
    const receipts = before === undefined ? [] : (now().purchases?.receipts ?? []);
    change({ purchases: { phase: "loading", receipts, ...(before === undefined ? {} : { next: before }) } });
    withSdk(async (entitlements) => {
      try {
        const page = await entitlements.receipts(before);
        if (!now().purchases) return;
        const next = page.next === undefined ? {} : { next: page.next };
        change({ purchases: { phase: "shown", receipts: [...receipts, ...page.receipts], ...next } });
      } catch {
        // Said on the sheet, with a way to try again.
        const next = before === undefined ? {} : { next: before };
        if (now().purchases) change({ purchases: { phase: "failed", receipts, ...next } });
      }
    });
  };

  const restore = (): void => {
    const { series } = session.model;
    const episode = activeEpisode(session.model);
    if (!series || !episode) return;
    const refs = series.episodes
      .filter(({ access }) => access === "locked")
      .map((locked) => refOf(series, locked));
    withSdk(async (entitlements) => {
      await entitlements.check(refs, { cause: "viewer", playbackFor: [episode.id], force: true });
      const { name } = entitlements.stateOf(refOf(series, episode));
      if (name === "locked") tell({ type: "nothing-restored" });
    });
  };

  const setRule = (rule: AutoUnlockRule | null): void =>
    withSdk(async (entitlements) => {
      // Stopped is stopped, whatever the network says.
      if (rule === null) change({ rule });
      const kept = await entitlements.setAutoUnlock(rule);
      change({ rule: kept });
      if (rule !== null && kept === null) tell({ type: "rule-not-kept" });
    });

  const remind = (offer: WaitOffer): void => {
    const { series } = session.model;
    const episode = activeEpisode(session.model);
    if (!series || !episode) return;
    const { availableAt } = offer;
    const request = new DramaEvent("drama-reminder-request", { ...session.detail(), availableAt });
    if (session.emit(request)) saveReminder({ title: `${series.title} ${episode.number}`, availableAt });
    tell({ type: "reminded" });
    // Asked too early on purpose: it costs nothing, and the platform keeps the guest who waits beyond a reload.
    withSdk((entitlements) => entitlements.unlock(refOf(series, episode), offer));
  };

  // Read and left: who opens the settings or meets a lock again finds those, and not the purchases.
  session.subscribe((model, previous) => {
    const isElsewhere = model.panel !== previous.panel || model.index !== previous.index;
    if (isElsewhere && model.account?.purchases) drop("purchases");
  });
  session.subscribe((model, previous) => {
    if (model.entitlements === previous.entitlements) return;
    const { autoUnlock, merged } = model.entitlements ?? {};
    if (merged && merged !== previous.entitlements?.merged && !merged.already)
      tell({ type: "merged", merged });
    const oneByOne = selectOneByOne(model);
    const account = now();
    if (autoUnlock === account.rule && oneByOne?.amount === account.oneByOne?.amount) return;
    const { oneByOne: _former, ...rest } = account;
    session.commit({
      account: Object.freeze({
        ...rest,
        ...(autoUnlock === undefined ? {} : { rule: autoUnlock }),
        ...(oneByOne ? { oneByOne } : {}),
      }),
    });
  });
  followRule(session, {
    isAskedFor,
    onBought: (number, coins) =>
      change({
        spentByRule: now().spentByRule + coins,
        notice: { type: "bought-by-rule", number, coins },
      }),
  });

  return {
    tell,
    ask(request) {
      switch (request.type) {
        case "show-purchases":
          return showPurchases(undefined);
        case "show-older-purchases":
          return showPurchases(now().purchases?.next);
        case "hide-purchases":
          return drop("purchases");
        case "restore":
          return restore();
        case "set-auto-unlock":
          return setRule(request.rule);
        case "remind":
          return remind(request.offer);
        case "dismiss-notice":
          return drop("notice");
      }
    },
  };
}
