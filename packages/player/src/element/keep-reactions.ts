import type { Choices, Reactions } from "../core/choices.js";
import { activeEpisode } from "../core/player-model.js";
import { DramaReactionEvent, DramaReactionsRequestEvent } from "../events/reaction-events.js";
import { readReactions } from "./read-reactions.js";
import type { Session } from "./session.js";

/** How long the viewer is told that something could not be kept. */
const TOLD_MS = 3000;

/**
 * Likes and follows: asks the page what it knows, shows at once what the viewer says, and takes it back when the page
 * could not keep it. Nothing of it is stored by the player.
 */
export function keepReactions(session: Session): void {
  let asked: unknown;
  /** The last answer counts: by what it is about. */
  const turns = new Map<string, number>();

  const choose = (change: Choices): void =>
    session.commit({ choices: { ...session.model.choices, ...change } });
  const change = (change: Partial<Reactions>): void =>
    choose({ reactions: { ...session.model.choices.reactions, ...change } });

  const ask = async (): Promise<void> => {
    const { series } = session.model;
    if (!series || series === asked) return;
    asked = series;
    const { reactions: _former, ...choices } = session.model.choices;
    session.commit({ choices });
    const event = new DramaReactionsRequestEvent(session.detail());
    session.emit(event);
    if (!event.answer) return;
    try {
      const reactions = readReactions(await event.answer);
      if (asked === series) choose({ reactions });
    } catch (error) {
      console.warn("<micro-drama>: no likes and no follows.", error);
    }
  };

  const tell = async (event: DramaReactionEvent, about: string, takeBack: () => void): Promise<void> => {
    const turn = (turns.get(about) ?? 0) + 1;
    turns.set(about, turn);
    const series = asked;
    session.emit(event);
    if ((await event.kept) || turns.get(about) !== turn || asked !== series) return;
    takeBack();
    choose({ toast: "not-kept" });
    setTimeout(() => choose({ toast: "none" }), TOLD_MS);
  };

  const like = (likes: boolean): void => {
    const episode = activeEpisode(session.model)?.id ?? "";
    const set = (isLiked: boolean): void => {
      const others = (session.model.choices.reactions?.likes ?? []).filter((id) => id !== episode);
      change({ likes: isLiked ? [...others, episode] : others });
    };
    set(likes);
    const event = new DramaReactionEvent("drama-like-request", { ...session.detail(), on: likes });
    void tell(event, episode, () => set(!likes));
  };

  const follow = (follows: boolean): void => {
    change({ follows });
    const event = new DramaReactionEvent("drama-follow-request", { ...session.detail(), on: follows });
    void tell(event, "", () => change({ follows: !follows }));
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
    if (model.series !== previous.series) void ask();
    if (model.choices.reacting) carryOut();
  });
  void ask();
}
