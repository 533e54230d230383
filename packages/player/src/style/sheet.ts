import { css } from "lit";

/**
 * A sheet over the film: from below on a phone held upright, from the side where there is width.
 * Adopted when the first sheet opens.
 */
export const sheetStyles = css`
  :host {
    --drama-surface: #191824;
    --drama-on-surface: #ffffff;
    --accent-words: var(--drama-accent);
    --good: #7be0a6;
    --bad: #ffb199;
  }
  /* Light or dark as the page around is. Older browsers keep the dark sheet, made for the colours above. */
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --drama-surface: light-dark(#fdfbf7, #191824);
      --drama-on-surface: light-dark(#1d1b26, #ffffff);
      --accent-words: light-dark(
        oklch(from var(--drama-accent) min(l, 0.48) c h),
        oklch(from var(--drama-accent) max(l, 0.74) c h)
      );
      --good: light-dark(#0b6b3c, #7be0a6);
      --bad: light-dark(#a3300c, #ffb199);
    }
  }

  .overlay {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .veil {
    position: absolute;
    inset: 0;
    background: rgb(4 3 8 / 0.5);
    pointer-events: auto;
    animation: drama-fade 0.2s both;
  }

  .sheet {
    --line: color-mix(in srgb, var(--drama-on-surface) 13%, transparent);
    --quiet: color-mix(in srgb, var(--drama-on-surface) 74%, transparent);
    --wash: color-mix(in srgb, var(--drama-on-surface) 9%, transparent);
    color: var(--drama-on-surface);
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    flex-direction: column;
    max-block-size: 88cqb;
    border-radius: 24px 24px 0 0;
    background: color-mix(in srgb, var(--drama-surface) 93%, transparent);
    box-shadow:
      inset 0 1px 0 var(--line),
      0 -12px 48px rgb(0 0 0 / 0.45);
    backdrop-filter: blur(28px) saturate(1.5);
    -webkit-backdrop-filter: blur(28px) saturate(1.5);
    pointer-events: auto;
    touch-action: pinch-zoom;
    animation: drama-rise 0.32s cubic-bezier(0.2, 0.85, 0.25, 1) both;
  }
  .player .sheet:focus-visible {
    outline: none;
  }
  @keyframes drama-rise {
    from {
      transform: translateY(40px);
      opacity: 0;
    }
  }
  @keyframes drama-fade {
    from {
      opacity: 0;
    }
  }

  .sheet-head {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 18px 16px 10px 20px;
  }
  .sheet .glyph.is-glass {
    background: var(--wash);
    box-shadow: inset 0 0 0 1px var(--line);
    backdrop-filter: none;
    -webkit-backdrop-filter: none;
  }
  .sheet .glyph .icon {
    filter: none;
  }
  .sheet-title {
    flex: 1;
    margin: 0;
    padding-block-start: 2px;
    font-size: 1.375em;
    font-weight: 750;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .sheet-name {
    display: block;
  }
  .sheet-kicker {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-end: 3px;
    font-size: 0.6em;
    font-weight: 650;
    letter-spacing: 0;
    color: var(--accent-words);
  }
  .sheet-kicker .icon {
    inline-size: 1.2em;
    block-size: 1.2em;
  }
  .sheet-note {
    display: block;
    margin-block-start: 3px;
    font-size: 0.62em;
    font-weight: 400;
    letter-spacing: 0;
    color: var(--quiet);
  }
  .sheet-body {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px 20px 8px;
    touch-action: pan-y pinch-zoom;
    scrollbar-width: thin;
    scrollbar-color: color-mix(in srgb, var(--drama-on-surface) 30%, transparent) transparent;
  }
  /* More below: what is cut off fades, so that nobody takes the edge for the end. */
  .sheet-body[data-more-below] {
    -webkit-mask-image: linear-gradient(#000 calc(100% - 40px), transparent);
    mask-image: linear-gradient(#000 calc(100% - 40px), transparent);
  }
  .sheet-foot {
    display: flex;
    gap: 8px;
    padding: 8px 20px calc(14px + env(safe-area-inset-bottom, 0px));
  }

  .action {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 10px 18px;
    border: 0;
    border-radius: 16px;
    background: color-mix(in srgb, var(--drama-on-surface) 10%, transparent);
    font-weight: 650;
    line-height: 1.25;
    text-align: center;
    text-wrap: balance;
    transition:
      background-color 0.15s,
      transform 0.15s;
  }
  .action.is-square {
    flex: none;
    inline-size: 56px;
    padding: 0;
  }
  .action .icon {
    inline-size: 1.35em;
    block-size: 1.35em;
  }
  .action:active:not([aria-disabled="true"]) {
    transform: scale(0.98);
  }
  @media (hover: hover) {
    .action:hover:not([aria-disabled="true"]) {
      background-color: color-mix(in srgb, var(--drama-on-surface) 17%, transparent);
    }
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .panel {
      inset-block: 0;
      inset-inline: auto 0;
      inline-size: min(400px, 62cqi);
      max-block-size: none;
      border-radius: 24px 0 0 24px;
      animation-name: drama-slide;
    }
    .panel:dir(rtl) {
      border-radius: 0 24px 24px 0;
    }
  }
  @keyframes drama-slide {
    from {
      opacity: 0;
    }
  }

  @media (prefers-contrast: more) {
    .sheet {
      --line: var(--drama-on-surface);
      --quiet: var(--drama-on-surface);
      background: var(--drama-surface);
    }
  }
  @media (forced-colors: active) {
    .sheet,
    .action {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
    .action[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
