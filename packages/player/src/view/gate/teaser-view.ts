import type { Episode } from "@micro-drama/protocol";
import { html, nothing, type TemplateResult } from "lit";

/**
 * A short film of its own behind the sheet, silent and blurred: the episode itself stays withheld. Its element lives as
 * long as the sheet, apart from the pool. Who wants less motion, or to save data, sees the poster.
 */
export function renderTeaser({ teaser }: Episode): TemplateResult | typeof nothing {
  if (!teaser || matchMedia("(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)").matches)
    return nothing;
  return html`<video
    class="teaser"
    part="teaser"
    src=${teaser}
    .muted=${true}
    muted
    autoplay
    loop
    playsinline
    disablepictureinpicture
    tabindex="-1"
    aria-hidden="true"
  ></video>`;
}
