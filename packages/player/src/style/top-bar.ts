import { css } from "lit";

/** The bar at the top, and the round buttons that all bars share: dark glass, targets of 48 px. */
export const topBarStyles = css`
  .top {
    position: absolute;
    isolation: isolate;
    inset-block-start: calc(var(--margin) + var(--safe-top) + 6px);
    inset-inline: calc(var(--edge) + 6px);
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    transition: opacity 0.3s;
  }

  .series-title {
    overflow: hidden;
    padding-inline: 6px;
    font-weight: 600;
    font-size: 0.9375em;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-shadow: 0 1px 3px rgb(0 0 0 / 0.5);
  }

  .series-title:first-child {
    padding-inline-start: 14px;
  }

  /* Keeps white words legible over a bright film. */
  .top::before {
    content: "";
    position: absolute;
    z-index: -1;
    inset-block-start: calc(-6px - var(--safe-top));
    inset-inline: -6px;
    block-size: calc(104px + var(--safe-top));
    background: linear-gradient(rgb(6 5 12 / 0.76), rgb(6 5 12 / 0.64) 46%, transparent);
    border-radius: var(--rounding) var(--rounding) 0 0;
    pointer-events: none;
  }

  /* A small pill in a large target. */
  .follow {
    flex: none;
    min-block-size: 44px;
    padding: 0 4px;
    border: 0;
    background: none;
    pointer-events: auto;
    transition: opacity 0.3s;
  }
  .follow span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 5px 12px 5px 9px;
    border-radius: 16px;
    background: rgb(255 255 255 / 0.94);
    color: #14121c;
    font-size: 0.8125em;
    font-weight: 650;
  }
  .follow[aria-pressed="true"] span {
    background: rgb(18 16 26 / 0.66);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.3);
    color: #fff;
  }
  @container drama (max-width: 280px) and (max-aspect-ratio: 3 / 4) {
    .follow {
      display: none;
    }
  }
  .follow .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.4;
  }

  .glyph {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    pointer-events: auto;
    transition:
      background-color 0.15s,
      transform 0.15s,
      opacity 0.3s;
  }
  .glyph .icon {
    max-inline-size: 28px;
    max-block-size: 28px;
    filter: drop-shadow(0 1px 2px rgb(0 0 0 / 0.45));
  }
  .glyph.is-glass {
    background: rgb(18 16 26 / 0.66);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.12);
    backdrop-filter: blur(14px) saturate(1.4);
    -webkit-backdrop-filter: blur(14px) saturate(1.4);
  }
  /* A dark brand colour is lightened where its words and signs lie over the film. */
  .viewport {
    --accent-film: var(--drama-accent);
  }
  @supports (color: oklch(from red l c h)) {
    .viewport {
      --accent-film: oklch(from var(--drama-accent) max(l, 0.76) c h);
    }
  }
  .glyph.is-on {
    color: var(--accent-film);
  }
  .glyph.rate {
    direction: ltr;
    font-size: 0.8125em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .glyph:active {
    transform: scale(0.92);
  }
  .glyph[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  @media (hover: hover) {
    .glyph:hover:not([aria-disabled="true"]) {
      background-color: rgb(255 255 255 / 0.18);
    }
  }
  [dir="rtl"] .top .glyph .icon {
    transform: scaleX(-1);
  }

  .player[data-idle] .top {
    opacity: 0;
  }
  .player[data-idle] .top :is(.glyph, .follow) {
    pointer-events: none;
  }
  .player[data-idle]:not([data-mode="inline"]) .viewport {
    cursor: none;
  }
  .player[data-covered] .top {
    opacity: 0;
  }

  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .top {
      inset-inline: max(8px, env(safe-area-inset-left, 0px)) auto;
      max-inline-size: calc(var(--edge) - 12px);
    }
    .top::before {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .player .top :is(.glyph, .follow) {
      border: 1px solid ButtonText;
    }
  }
`;
