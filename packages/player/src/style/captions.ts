import { css } from "lit";

/** What lies over a running film: captions, the sign in the middle, hints under the top bar. */
export const captionStyles = css`
  /* Between the bar at the top and the controls: nothing of the player, and no notch, lies over it. */
  .caption-room {
    position: absolute;
    inset-block: calc(var(--margin) + var(--safe-top) + 60px)
      calc(var(--margin) + var(--safe-bottom) + 70px + 3.6em);
    inset-inline: calc(var(--edge) + 62px);
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    pointer-events: none;
  }
  .captions,
  .caption-box {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    font-size: calc(var(--drama-caption-size) * var(--caption-scale, 1));
    font-weight: 500;
    line-height: 1.32;
    text-align: center;
    text-shadow: var(--caption-edge, none);
    color: var(--caption-color, var(--drama-caption-color));
  }
  .caption-box {
    position: absolute;
    left: calc(var(--x) * 1%);
    top: calc(var(--y) * 1%);
    inline-size: max-content;
    max-inline-size: calc(var(--size) * 1%);
    transform: translate(calc(var(--shift-x) * 1%), calc(var(--shift-y) * 1%));
  }
  .caption-box.is-rl {
    writing-mode: vertical-rl;
  }
  .caption-box.is-lr {
    writing-mode: vertical-lr;
  }
  .caption-box.is-left {
    align-items: flex-start;
    text-align: left;
  }
  .caption-box.is-right {
    align-items: flex-end;
    text-align: right;
  }
  .caption-box.is-left:dir(rtl) {
    align-items: flex-end;
  }
  .caption-box.is-right:dir(rtl) {
    align-items: flex-start;
  }
  .caption-line {
    padding: 0.12em 0.5em;
    border-radius: 6px;
    background: var(--caption-background, var(--drama-caption-background));
    text-wrap: balance;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .caption-line .is-italic {
    font-style: italic;
  }
  .caption-line .is-bold {
    font-weight: 750;
  }
  .caption-line .is-underlined {
    text-decoration: underline;
  }
  .centre {
    position: absolute;
    inset-block-start: calc(50% - 42px);
    inset-inline-start: calc(50% - 42px);
    display: grid;
    place-items: center;
    inline-size: 84px;
    block-size: 84px;
    border-radius: 50%;
    background: rgb(18 16 26 / 0.46);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.14);
    font-size: 1.75em;
    opacity: 0;
    transform: scale(1.35);
    pointer-events: none;
    transition:
      opacity 0.25s,
      transform 0.25s;
  }
  .centre .icon {
    translate: 2px 0;
  }
  .centre.is-shown {
    opacity: 1;
    transform: none;
    transition-duration: 0.12s;
  }

  .pill.is-notice {
    font-size: 0.875em;
    font-weight: 500;
  }

  .hints {
    position: absolute;
    inset-block-start: calc(var(--margin) + var(--safe-top) + 60px);
    /* Between the columns of buttons. */
    inset-inline: calc(var(--edge) + 64px);
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    pointer-events: none;
  }

  /* The buttons for the episodes stand in a row here: below them. */
  @container drama (max-height: 679px) and (max-aspect-ratio: 3 / 4) {
    .hints {
      inset-block-start: calc(var(--margin) + var(--safe-top) + 120px);
    }
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .caption-room {
      inset-inline: calc(var(--edge) + 12px);
      inset-block-end: calc(var(--margin) + 120px);
    }
  }
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    /* The picture is narrow here; the title of the series ends beside it. */
    .hints {
      inset-inline: calc(var(--edge) - 8px);
      inset-block-start: calc(var(--safe-top) + 12px);
    }
    .caption-room {
      inset-inline: 24cqi;
      inset-block-end: calc(var(--safe-bottom) + 60px);
    }
  }

  /* A very small box: hints beside the buttons, captions on the whole width. */
  @container drama (max-width: 280px) and (max-aspect-ratio: 3 / 4) {
    .hints {
      inset-inline: 6px 110px;
      align-items: stretch;
    }
    .hints .pill {
      gap: 4px;
      padding: 6px 8px;
      border-radius: 14px;
      font-size: 0.8125em;
    }
    .caption-room {
      inset-inline: 6px;
      inset-block-end: calc(var(--safe-bottom) + 96px);
    }
    .viewport .caption-line {
      font-size: 0.875em;
    }
  }
`;
