/** What the viewer chose for all episodes, and what is shown because of it. Absent: as the player has it. */
export interface Choices {
  /** Load little: nothing for later, and no large pictures. */
  readonly savesData?: boolean;
  /** Renditions with more lines than this are not played; the shorter side of the picture, in pixels. */
  readonly mostLines?: number | null;
  /** Stays on an episode that is over; `once` on the active one only. */
  readonly stays?: boolean | "once";
  /** What is said of the next episode: that it is about to begin, or that it can be gone to. */
  readonly next?: "none" | "coming" | "offered";
  /** What the viewer said of the episodes and the series; absent where the page keeps nothing of it. */
  readonly reactions?: Reactions;
  /** What the viewer does this moment: likes or follows, or does so no more. Whoever carries it out takes it away. */
  readonly reacting?: "like" | "only-like" | "follow";
  /** The film has the screen for itself. */
  readonly isClean?: boolean;
  /** Plays at double speed for as long as a finger rests on it. */
  readonly isBoosted?: boolean;
  /** Said for a moment over the film: what a press brought about that nothing else shows. */
  readonly toast?: "none" | "copied" | "not-kept";
}

/** What the viewer said of a series, as the page keeps it. */
export interface Reactions {
  /** Ids of the episodes that the viewer likes; absent where the page does not keep likes. */
  readonly likes?: readonly string[];
  /** The viewer follows the series; absent where the page does not keep it. */
  readonly follows?: boolean;
}

/** The speed of a film under a resting finger. */
export const BOOSTED_RATE = 2;

/** What a viewer gets who saves data, in lines. */
const SAVING_LINES = 480;

/** Above this nothing is played. */
export function selectMostLines({ savesData, mostLines }: Choices): number {
  return Math.min(mostLines || Infinity, savesData ? SAVING_LINES : Infinity);
}
