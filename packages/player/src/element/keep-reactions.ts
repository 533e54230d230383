import type { Choices, Reactions } from "../core/choices.js";
import { activeEpisode } from "../core/player-model.js";
import { DramaReactionEvent, DramaReactionsRequestEvent } from "../events/reaction-events.js";
import { readReactions } from "./read-reactions.js";
import type { Session } from "./session.js";

/** How long the viewer is told that something could not be kept. */
const TOLD_MS = 3000;

/** What was said of one episode, or of the series. */
interface Said {
  /** Requests that the page has not answered. */
  pending: number;
  /** What the page is known to have kept. */
  kept: boolean;
}

/**
 * Likes and follows: asks the page what it knows of its viewer, shows at once what the viewer says, and takes it back
 * when the page could not keep it. Nothing of it is stored by the player.
 */
export function keepReactions(session: Session): void {
  /** By what it is about; another one for another series or viewer. */
  let said = new Map<string, Said>();
  let telling: ReturnType<typeof setTimeout> | undefined;

  const choose = (change: Choices): void =>
    session.commit({ choices: { ...session.model.choices, ...change } });
  const change = (change: Partial<Reactions>): void =>
    choose({ reactions: { ...session.model.choices.reactions, ...change } });

  const ask = async (): Promise<void> => {
    if (!session.model.series) return;
    const mine = new Map<string, Said>();
    said = mine;
    const { reactions: _former, ...choices } = session.model.choices;
    session.commit({ choices });
    const event = new DramaReactionsRequestEvent(session.detail());
    session.emit(event);
    if (!event.answer) return;
    try {
      const reactions = readReactions(await event.answer);
      if (said === mine) choose({ reactions });
    } catch (error) {
      console.warn("<micro-drama>: no likes and no follows.", error);
    }
  };

  const tell = async (
    event: DramaReactionEvent,
    about: string,
    show: (isOn: boolean) => void,
  ): Promise<void> => {
    const { on } = event.detail;
    const mine = said;
    const one = mine.get(about) ?? { pending: 0, kept: !on };
    mine.set(about, one);
    one.pending += 1;
    show(on);
    session.emit(event);
    const isKept = await event.kept;
    one.pending -= 1;
    if (isKept) one.kept = on;
    if (said !== mine || one.pending > 0) return;
    // After several in a row, the last that was kept is what the page knows.
    show(one.kept);
    if (isKept) return;
    choose({ toast: "not-kept" });
    clearTimeout(telling);
    telling = setTimeout(
      () => session.model.choices.toast === "not-kept" && choose({ toast: "none" }),
      TOLD_MS,
    );
  };

  const like = (likes: boolean): void => {
    const episode = activeEpisode(session.model)?.id ?? "";
    const set = (isLiked: boolean): void => {
      const others = (session.model.choices.reactions?.likes ?? []).filter((id) => id !== episode);
      change({ likes: isLiked ? [...others, episode] : others });
    };
    const event = new DramaReactionEvent("drama-like-request", { ...session.detail(), on: likes });
    void tell(event, episode, set);
  };

  const follow = (follows: boolean): void => {
    const event = new DramaReactionEvent("drama-follow-request", { ...session.detail(), on: follows });
    void tell(event, "", (isOn) => change({ follows: isOn }));
  };

  const carryOut = (): void => {
    const { reacting, reactions } = session.model.choices;
    if (!reacting) return;
    const { reacting: _done, ...choices } = session.model.choices;
    session.commit({ choices });
    const isLiked = reactions?.likes?.includes(activeEpisode(session.model)?.id ?? "");
    if (reacting === "follow" && reactions?.follows !== undefined) follow(!reactions.follows);
    else if (reacting === "like" && isLiked !== undefined) like(!isLiked);
    else if (reacting === "only-like" && isLiked === false) like(true);
  };

  session.subscribe((model, previous) => {
    const isOther = model.series !== previous.series || model.viewer !== previous.viewer;
    const isBack = model.online && !previous.online && !model.choices.reactions;
    if (isOther || isBack) void ask();
    if (model.choices.reacting) carryOut();
  });
  void ask();
}
