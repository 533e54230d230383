import { BOOSTED_RATE } from "../core/choices.js";
import { type PlayerModel, unlockOf } from "../core/player-model.js";
import { isPlayable } from "../core/playlist.js";
import type { Session } from "./session.js";

/** The next episode is announced for so long: time to read it and to press. In seconds. */
const NOTICE_SECONDS = 5;

/** A very short episode is not talked over for most of its length. */
const LONGEST_SHARE = 1 / 3;

/**
 * Says when the next episode is about to begin by itself, so that the viewer can stop that (WCAG 2.2.1), and offers it
 * once the player stayed. A viewer's "not this time" ends with the episode, or when it is played once more.
 *
 * @param advances whether the player goes on by itself
 */
export function announceNext(session: Session, advances: () => boolean): void {
  session.subscribe((_, previous) => {
    const { model } = session;
    const { choices } = model;
    const isOther = model.media.key !== previous.media.key;
    const isReplayed = previous.media.phase === "ended" && model.media.phase !== "ended";
    const stays = choices.stays === "once" && (isOther || isReplayed) ? false : choices.stays;
    // Whoever said "not this time" is told at the same place that the player stays.
    const next = selectNextNotice(model, advances() || stays === "once");
    if (next === (choices.next ?? "none") && stays === choices.stays) return;
    session.commit({ choices: { ...choices, next, ...(stays !== undefined && { stays }) } });
  });
}

/**
 * What is to be said of the next episode. Nothing of one that is not out; nothing is announced that opens a lock sheet,
 * which says all of that itself; and nothing in an article, where a film that is over rests.
 */
export function selectNextNotice(model: PlayerModel, advances: boolean): "none" | "coming" | "offered" {
  const { series, index, media, mode, wantsPlay, isOver } = model;
  const next = series?.episodes[index + 1];
  if (!next || next.access === "unpublished" || mode === "inline" || isOver) return "none";
  if (media.phase === "ended") return wantsPlay ? "none" : "offered";
  const isMoving = media.phase === "playing" || media.phase === "stalled";
  if (!advances || !isMoving || !isPlayable(next, unlockOf(model, next).name)) return "none";
  const rate = model.choices.isBoosted ? BOOSTED_RATE : model.rate;
  const left = media.duration - media.position;
  const isNear = left <= Math.min(NOTICE_SECONDS * rate, media.duration * LONGEST_SHARE);
  return media.duration > 0 && isNear ? "coming" : "none";
}
