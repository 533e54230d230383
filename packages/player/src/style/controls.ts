import { css } from "lit";

/** Bars, rail and buttons over the picture: dark glass, white signs, targets of at least 44 px. */
export const controlStyles = css`
  .chrome {
    position: absolute;
    inset: 0;
    isolation: isolate;
    pointer-events: none;
  }

  /* Scrims keep white words legible over a bright film. */
  .chrome::after {
    content: "";
    position: absolute;
    z-index: -1;
    inset-inline: var(--edge);
    transition: opacity 0.3s;
  }
  .chrome::after {
    inset-block-end: var(--margin);
    block-size: calc(216px + var(--safe-bottom));
    background: linear-gradient(transparent, rgb(6 5 12 / 0.72) 44%, rgb(6 5 12 / 0.8));
    border-radius: 0 0 var(--rounding) var(--rounding);
  }

  .rail {
    position: absolute;
    inset-block-end: calc(var(--margin) + var(--safe-bottom) + 128px);
    inset-inline-end: calc(var(--edge) + 8px);
    display: flex;
    flex-direction: column;
    gap: 12px;
    transition: opacity 0.3s;
  }

  .navigation {
    position: absolute;
    inset-block-start: calc(var(--margin) + 64px);
    inset-inline-end: calc(var(--edge) + 8px);
    display: flex;
    flex-direction: column;
    gap: 10px;
    transition: opacity 0.3s;
  }
  /* A finger swipes; the buttons stay for keyboards and screen readers and appear when they are reached. */
  @media (hover: none) {
    .navigation:not(:focus-within) {
      opacity: 0;
    }
    .navigation:not(:focus-within) .glyph {
      pointer-events: none;
    }
  }

  .foot {
    position: absolute;
    inset-block-end: calc(var(--margin) + var(--safe-bottom) + 6px);
    inset-inline: calc(var(--edge) + 8px);
    display: flex;
    flex-direction: column;
    gap: 2px;
  }

  .title {
    display: flex;
    flex-direction: column;
    gap: 3px;
    padding-inline: 8px 64px;
    text-shadow: 0 1px 4px rgb(0 0 0 / 0.55);
    transition: opacity 0.3s;
  }
  /* No film, no bar below. */
  .title:last-child {
    padding-block-end: 14px;
  }
  .title-number {
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    color: rgb(255 255 255 / 0.82);
  }
  .title-number b {
    color: var(--accent-film);
    font-weight: 700;
  }
  .title-text {
    display: -webkit-box;
    overflow: hidden;
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  /* Nobody there: the film has the screen for itself, but for a thin line of progress. */
  .player[data-idle] .chrome::after,
  .player[data-idle] :is(.rail, .title, .navigation, .transport .glyph, .time) {
    opacity: 0;
  }
  .player[data-idle] .chrome .glyph {
    pointer-events: none;
  }

  /* The viewer wants nothing but the film; while a finger rests on it, neither. */
  .chrome.is-clean,
  .top.is-clean {
    opacity: 0;
    transition: opacity 0.2s;
  }
  .chrome.is-clean .glyph {
    pointer-events: none;
  }
  .player .show-controls {
    position: absolute;
    inset-block-end: calc(var(--margin) + var(--safe-bottom) + 12px);
    inset-inline-end: calc(var(--edge) + 8px);
    transition: opacity 0.3s;
  }
  .player[data-idle] .show-controls:not(:focus-visible) {
    opacity: 0.35;
  }

  /* Under a sheet nothing shows that cannot be pressed. */
  .player[data-covered] .chrome {
    opacity: 0;
    transition: opacity 0.2s;
  }

  /* A small phone: no room for two columns of buttons above each other. */
  @container drama (max-height: 679px) and (max-aspect-ratio: 3 / 4) {
    .navigation {
      flex-direction: row;
    }
    .rail {
      gap: 4px;
    }
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .rail {
      inset-inline: calc(var(--edge) + var(--column) + 16px) auto;
      inset-block-end: calc(var(--margin) + var(--safe-bottom) + 8px);
    }
    .navigation {
      inset-inline-end: 24px;
      inset-block: 0;
      justify-content: center;
    }
    .title {
      padding-inline-end: 8px;
    }
  }

  /* A phone on its side: the words stand beside the picture, the bar runs along the whole screen. */
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .foot {
      inset-inline: max(8px, env(safe-area-inset-left, 0px)) max(8px, env(safe-area-inset-right, 0px));
    }
    .chrome::after {
      inset-inline: 0;
      block-size: 120px;
    }
    .title {
      max-inline-size: calc(var(--edge) - 24px);
    }
    .rail {
      display: grid;
      grid-auto-flow: column;
      grid-template-rows: repeat(3, auto);
      inset-inline: auto max(16px, env(safe-area-inset-right, 0px));
      inset-block-end: calc(var(--safe-bottom) + 64px);
    }
    /* Between the title and the buttons for the episodes. */
    .viewport .message {
      padding-inline: 210px;
    }
    /* Beside the rail, which has two columns here. */
    .navigation {
      inset-inline-end: calc(max(16px, env(safe-area-inset-right, 0px)) + 132px);
      inset-block-end: 64px;
    }
  }

  /* A very small box: two columns of buttons, and as few words as possible. */
  @container drama (max-width: 280px) and (max-aspect-ratio: 3 / 4) {
    .rail {
      display: grid;
      grid-template-columns: repeat(2, auto);
      gap: 4px;
      inset-inline-end: calc(var(--edge) + 4px);
      inset-block-end: calc(var(--safe-bottom) + 94px);
    }
    .navigation {
      gap: 4px;
      inset-inline-end: calc(var(--edge) + 4px);
      inset-block-start: calc(var(--safe-top) + 54px);
    }
    .title {
      padding-inline-end: 8px;
    }
    .title-text {
      font-size: 1em;
      -webkit-line-clamp: 1;
      line-clamp: 1;
    }
    .chrome::after {
      block-size: 110px;
    }
    .time,
    .message > .icon {
      display: none;
    }
    .player:is([data-stage="error"], [data-stage="announced"], [data-stage="gate"]) .rail {
      grid-template-columns: repeat(3, auto);
      inset-block-end: calc(var(--safe-bottom) + 6px);
    }
    .title:last-child {
      padding-block-end: 50px;
    }
    .viewport .message {
      padding: 106px 12px 100px;
    }
  }

  /* A wall: looked at from further away, and the mouse has a long way to the edge. */
  @container drama (min-width: 1600px) and (min-height: 1000px) {
    .viewport,
    .overlay {
      font-size: 1.25em;
    }
    .navigation {
      inset-inline: calc(var(--edge) + var(--column) + 16px) auto;
    }
  }
`;
