import type { CaptionLine } from "../../core/caption-line.js";
import type { Patience } from "../patience.js";
import type { Slot } from "../slot.js";
import type { CaptionPlayer } from "./caption-player.js";
import { pickCaption } from "./pick-caption.js";

/**
 * Keeps the captions of the active slot in the viewer's language. The part that fetches and reads them comes when the
 * first ones are wanted: no first frame waits for it.
 */
export class Captions {
  readonly #patience: Patience;
  readonly #onLines: (slot: Slot, lines: readonly CaptionLine[]) => void;
  #language: string | null = null;
  #slot: Slot | undefined;
  #url: string | undefined;
  #player: CaptionPlayer | undefined;

  /** `onLines` is called when lines come, change or go. */
  constructor(patience: Patience, onLines: (slot: Slot, lines: readonly CaptionLine[]) => void) {
    this.#patience = patience;
    this.#onLines = onLines;
  }

  /** A BCP 47 tag picks the nearest track; `null` switches captions off. */
  setLanguage(language: string | null): void {
    this.#language = language;
    if (this.#slot) this.show(this.#slot);
  }

  /** Shows the captions of this slot's target; those of another slot go. The same track goes on. */
  show(slot: Slot): void {
    const { target } = slot;
    const track =
      target && this.#language !== null ? pickCaption(target.captions, this.#language) : undefined;
    if (slot === this.#slot && track?.url === this.#url) return;
    this.hide();
    this.#slot = slot;
    this.#url = track?.url;
    if (track) void this.#start(slot, track.url);
  }

  /** Takes the lines off the screen. */
  hide(): void {
    this.#player?.end();
    this.#player = undefined;
    this.#url = undefined;
  }

  async #start(slot: Slot, url: string): Promise<void> {
    // Captions that cannot be shown leave the episode alone; the next episode tries again.
    const module = await import("./caption-player.js").catch(() => undefined);
    if (!module || slot !== this.#slot || url !== this.#url) return;
    this.#player?.end();
    this.#player = new module.CaptionPlayer({
      video: slot.video,
      patience: this.#patience,
      url: () => slot.access?.resolve(url) ?? url,
      onLines: (lines) => this.#onLines(slot, lines),
    });
  }
}
