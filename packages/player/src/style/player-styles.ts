import type { CSSResult } from "lit";
import { controlStyles } from "./controls.js";
import { feedStyles } from "./feed.js";
import { hostStyles } from "./host.js";
import { inlineCardStyles } from "./inline-card.js";
import { layoutStyles } from "./layout.js";
import { noticeStyles } from "./notices.js";
import { preferenceStyles } from "./preferences.js";
import { progressStyles } from "./progress.js";

/**
 * The style sheets of `renderPlayer`, for `static styles` of the element. Sheets of what opens later
 * (gate, panels) are adopted when it opens.
 */
export const playerStyles: CSSResult[] = [
  hostStyles,
  layoutStyles,
  feedStyles,
  controlStyles,
  progressStyles,
  noticeStyles,
  inlineCardStyles,
  preferenceStyles,
];
