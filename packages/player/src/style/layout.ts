import { css } from "lit";

/**
 * Where things stand. `--column` is the width of the picture, `--edge` what is left beside it,
 * `--margin` the space above and below it on large screens.
 */
export const layoutStyles = css`
  .player,
  .player *,
  .player *::before,
  .player *::after {
    box-sizing: border-box;
  }

  .player {
    position: absolute;
    inset: 0;
    overflow: hidden;
    isolation: isolate;
    container: drama / size;
    background: var(--drama-background);
    color: var(--drama-text);
    font: 400 var(--drama-font-size) / 1.35 var(--drama-font);
    text-align: start;
    text-transform: none;
    letter-spacing: normal;
    -webkit-font-smoothing: antialiased;
    -webkit-tap-highlight-color: transparent;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  /* In the top layer: the browser's popover box would shrink to its content, which is nothing. */
  .player[popover] {
    position: fixed;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* Nothing is known yet: the page's fallback shines through and works as a link. */
  .player[data-empty][data-mode="inline"] {
    background: none;
    pointer-events: none;
  }

  .player[data-mode="inline"] {
    border-radius: var(--drama-radius);
  }

  .player p {
    margin: 0;
  }

  .viewport,
  .overlay {
    --margin: 0px;
    --column: 100cqi;
    --rounding: calc(min(var(--margin), 1px) * 16);
    --edge: calc((100cqi - var(--column)) / 2);
  }

  .viewport {
    --safe-top: env(safe-area-inset-top, 0px);
    --safe-bottom: env(safe-area-inset-bottom, 0px);
    position: absolute;
    inset: 0;
    overflow: hidden;
    overflow: clip;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }

  /* Swipes are ours where the player is the screen, pinches too: half a gesture of the browser's takes the finger away. */
  .player:not([data-mode="inline"]) .viewport {
    touch-action: none;
    overscroll-behavior: none;
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .viewport,
    .overlay {
      --column: calc((100cqb - 2 * var(--margin)) * 9 / 16);
    }
  }

  @container drama (min-aspect-ratio: 3 / 4) and (min-height: 600px) {
    .viewport,
    .overlay {
      --margin: 20px;
    }
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .player button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }

  .player :focus {
    outline: none;
  }

  .player :focus-visible {
    outline: 3px solid var(--drama-accent);
    outline-offset: 2px;
  }

  .player:focus-visible {
    outline: 3px solid var(--drama-accent);
    outline-offset: -4px;
  }
`;
