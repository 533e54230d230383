import type { CSSResult } from "lit";
import { feedStyles } from "./feed.js";
import { hostStyles } from "./host.js";
import { inlineCardStyles } from "./inline-card.js";
import { layoutStyles } from "./layout.js";
import { noticeStyles } from "./notices.js";
import { preferenceStyles } from "./preferences.js";
import { topBarStyles } from "./top-bar.js";

/**
 * The style sheets of `renderPlayer`, for `static styles` of the element. Sheets of what opens later
 * (controls, gate, panels) are adopted when they do.
 */
export const playerStyles: CSSResult[] = [
  hostStyles,
  layoutStyles,
  feedStyles,
  topBarStyles,
  noticeStyles,
  inlineCardStyles,
  preferenceStyles,
];
