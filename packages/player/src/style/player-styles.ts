import type { CSSResult } from "lit";
import { feedStyles } from "./feed.js";
import { hostStyles } from "./host.js";
import { inlineCardStyles } from "./inline-card.js";
import { layoutStyles } from "./layout.js";
import { noticeStyles } from "./notices.js";
import { preferenceStyles } from "./preferences.js";

/**
 * The style sheets of `renderPlayer`, for `static styles` of the element. Sheets of what opens later
 * (controls, gate, panels) are adopted when they do.
 *
 * Custom properties: `--drama-accent`, `--drama-on-accent` (words on it; black or white by itself), `--drama-background`
 * (behind the film), `--drama-text` (words over it), `--drama-surface` and `--drama-on-surface` (sheets and their words;
 * light or dark as the page is), `--drama-radius` (the card in an article), `--drama-font`, `--drama-font-size`
 * (everything scales with it), `--drama-object-fit`, `--drama-caption-size`, `--drama-caption-color`,
 * `--drama-caption-background`.
 *
 * Parts: `announcement`, `back-button`, `balance`, `bottom-bar`, `caption-line`, `captions`,
 * `captions-button`, `card`, `card-meta`, `card-play`, `card-title`, `code-form`, `controls`, `cover`,
 * `decline`, `end-card`, `episode`, `episode-grid`, `episode-number`, `episode-progress`, `episode-tile`,
 * `episode-title`, `episodes-button`, `feed`, `frame`, `gate`, `gate-back-button`,
 * `gate-close-button`, `gate-episodes-button`, `gate-title`, `menu-item`, `mute-button`,
 * `navigation`, `next-button`, `next-series-button`, `notice`, `offer`, `offer-button`,
 * `offline-banner`, `page-button`, `pages`, `panel`, `panel-close-button`, `play-button`, `play-sign`, `player`,
 * `poster`, `previous-button`, `progress`, `progress-bar`, `progress-bubble`, `progress-buffer`,
 * `progress-fill`, `progress-thumb`, `rail`, `rail-button`, `rate-button`, `recheck-button`,
 * `replay-button`, `retry-button`, `series-title`, `share-button`, `sign-in-button`, `sound-button`,
 * `spinner`, `synopsis`, `time`, `title`, `top-bar`, `top-up-button`, `unlock-button`, `viewport`, `wait`,
 * `wait-button`.
 */
export const playerStyles: CSSResult[] = [
  hostStyles,
  layoutStyles,
  feedStyles,
  noticeStyles,
  inlineCardStyles,
  preferenceStyles,
];
