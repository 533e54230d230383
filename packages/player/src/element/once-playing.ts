import { BOOSTED_RATE, selectMostLines } from "../core/choices.js";
import { advanceOnLastFrame } from "./advance-on-last-frame.js";
import { announceNext } from "./announce-next.js";
import { keepReactions } from "./keep-reactions.js";
import { showInSystem } from "./media-session.js";
import type { Navigation } from "./navigation.js";
import type { PlaybackControl } from "./playback-control.js";
import { reviveStillFilm } from "./revive-still-film.js";
import type { Session } from "./session.js";
import { settleCaptionLanguage } from "./settle-caption-language.js";

/** The parts of a player that are needed then. */
export interface OncePlaying {
  readonly navigation: Navigation;
  readonly playback: PlaybackControl;
  readonly advances: () => boolean;
}

/** What a player does once it plays, and not before: this code comes after the first frame. */
export function oncePlaying(session: Session, { navigation, playback, advances }: OncePlaying): void {
  advanceOnLastFrame(session, navigation, advances);
  announceNext(session, advances);
  keepReactions(session);
  reviveStillFilm(session);
  settleCaptionLanguage(session);
  showInSystem(session, navigation, playback);
  obeyChoices(session);
}

/** The pool plays as the viewer chose. */
function obeyChoices(session: Session): void {
  const obey = (): void => {
    const { choices, rate } = session.model;
    session.pool.setMostLines(selectMostLines(choices));
    session.pool.setRate(choices.isBoosted ? BOOSTED_RATE : rate);
  };
  session.subscribe((model, previous) => {
    if (model.choices !== previous.choices) obey();
  });
  obey();
}
