import type { CaptionLine } from "../../core/caption-line.js";
import type { Patience } from "../patience.js";
import type { Slot } from "../slot.js";
import { CaptionPlayer } from "./caption-player.js";
import { pickCaption } from "./pick-caption.js";

/** Keeps the captions of the active slot in the viewer's language. Comes when the first ones are wanted. */
export class Captions {
  readonly #patience: Patience;
  readonly #onLines: (slot: Slot, lines: readonly CaptionLine[]) => void;
  #slot: Slot | undefined;
  #url: string | undefined;
  #player: CaptionPlayer | undefined;

  /** `onLines` is called when lines come, change or go. */
  constructor(patience: Patience, onLines: (slot: Slot, lines: readonly CaptionLine[]) => void) {
    this.#patience = patience;
    this.#onLines = onLines;
  }

  /**
   * Shows the captions of this slot; those of another one go. The same track goes on.
   *
   * @param language a BCP 47 tag picks the nearest track, `null` none
   */
  show(slot: Slot | undefined, language: string | null): void {
    const track = slot && language !== null ? pickCaption(slot.captions, language) : undefined;
    if (slot === this.#slot && track?.url === this.#url) return;
    this.#player?.end();
    this.#player = undefined;
    this.#slot = slot;
    this.#url = track?.url;
    if (!slot || !track) return;
    this.#player = new CaptionPlayer({
      video: slot.video,
      patience: this.#patience,
      url: track.url,
      resolve: (url) => slot.access?.resolve(url) ?? url,
      streamStart: () => slot.stream?.start() ?? 0,
      onLines: (lines) => this.#onLines(slot, lines),
    });
  }
}
