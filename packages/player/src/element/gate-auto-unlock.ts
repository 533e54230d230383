import { refKey } from "@micro-drama/protocol/manifest";
import { refOf, unlockOf } from "../core/player-model.js";
import type { Session } from "./session.js";

/** What the follower of the viewer's rule asks and tells. */
export interface RuleFollower {
  /** An attempt at this episode runs that the viewer or the page asked for. */
  readonly isAskedFor: (key: string) => boolean;
  /** The rule bought this episode for so many coins. */
  readonly onBought: (number: number, coins: number) => void;
}

/** Tells of purchases that no press asked for: the SDK makes them where the viewer rests, by the viewer's own rule. */
export function followRule(session: Session, { isAskedFor, onBought }: RuleFollower): void {
  /** Episodes with a purchase under way that nobody pressed for. */
  const byRule = new Set<string>();
  session.subscribe((model, previous) => {
    if (!model.series || model.entitlements === previous.entitlements) return;
    for (const episode of model.series.episodes) {
      const key = refKey(refOf(model.series, episode));
      const now = unlockOf(model, episode);
      if (now === unlockOf(previous, episode)) continue;
      if (now.name === "unlocking" && now.offer.kind === "coins" && !isAskedFor(key)) byRule.add(key);
      if (now.name !== "granted" && now.name !== "locked") continue;
      if (now.name === "granted" && byRule.has(key)) onBought(episode.number, now.charged?.amount ?? 0);
      byRule.delete(key);
    }
  });
}
