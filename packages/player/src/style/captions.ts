import { css } from "lit";

/** What lies over a running film: captions, the sign in the middle, hints under the top bar. */
export const captionStyles = css`
  .captions {
    position: absolute;
    inset-block-end: calc(var(--margin) + var(--safe-bottom) + 70px + 3.6em);
    inset-inline: calc(var(--edge) + 62px);
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    font-size: var(--drama-caption-size);
    font-weight: 500;
    line-height: 1.32;
    text-align: center;
    color: var(--drama-caption-color);
    pointer-events: none;
  }
  .caption-line {
    padding: 0.12em 0.5em;
    border-radius: 6px;
    background: var(--drama-caption-background);
    text-wrap: balance;
    overflow-wrap: anywhere;
    white-space: pre-line;
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
    inset-inline: calc(var(--edge) + 12px);
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    pointer-events: none;
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .captions {
      inset-inline: calc(var(--edge) + 12px);
      inset-block-end: calc(var(--margin) + 120px);
    }
  }
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .captions {
      inset-inline: 24cqi;
      inset-block-end: calc(var(--safe-bottom) + 60px);
    }
  }
`;
