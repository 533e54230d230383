/** Something to read over the film: a line in the usual place, or a cue with a place or a look of its own. */
export type CaptionLine = string | StyledCue;

/** A cue whose words are formatted, or that stands elsewhere. */
export interface StyledCue {
  readonly lines: readonly (readonly CaptionSpan[])[];
  /** Absent: the usual place, above the controls. */
  readonly place?: CuePlace;
}

/** Words in one look. Text only: what a file says is never taken for markup. */
export interface CaptionSpan {
  readonly text: string;
  readonly isItalic?: boolean;
  readonly isBold?: boolean;
  readonly isUnderlined?: boolean;
  /** Who speaks. */
  readonly voice?: string;
}

/** Where a cue stands, in WebVTT's terms (https://www.w3.org/TR/webvtt1/#webvtt-cue-settings). */
export interface CuePlace {
  /** Percent of the height from the top, or of the width for vertical words. Absent: the usual place. */
  readonly line?: number;
  /** Percent of the width from the left, or of the height from the top for vertical words. Absent: by `align`. */
  readonly position?: number;
  /** Percent of the width. Absent: as much as is needed. */
  readonly size?: number;
  readonly align?: "start" | "center" | "end" | "left" | "right";
  /** Columns that follow each other to the left (`rl`) or to the right (`lr`). */
  readonly vertical?: "rl" | "lr";
}
