import { css } from "lit";

/** Captions, signs and messages over the picture. */
export const noticeStyles = css`
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

  .notice {
    position: absolute;
    inset-block: 0;
    inset-inline: var(--edge);
    margin: auto;
  }
  .spinner {
    inline-size: 44px;
    block-size: 44px;
    inset-inline: 0;
    border: 3px solid rgb(255 255 255 / 0.24);
    border-block-start-color: #fff;
    border-radius: 50%;
    opacity: 0;
    pointer-events: none;
    animation:
      drama-appear 0.2s 0.4s forwards,
      drama-turn 0.9s linear infinite;
  }
  @keyframes drama-appear {
    to {
      opacity: 1;
    }
  }
  @keyframes drama-turn {
    to {
      rotate: 1turn;
    }
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 72px 64px;
    text-align: center;
    background: rgb(10 9 16 / 0.58);
    backdrop-filter: blur(16px);
    -webkit-backdrop-filter: blur(16px);
    pointer-events: none;
  }
  .message > .icon {
    inline-size: 40px;
    block-size: 40px;
    margin-block-end: 6px;
    stroke-width: 1.5;
    opacity: 0.9;
  }
  .message-kicker {
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--drama-accent);
  }
  .message-title {
    max-inline-size: 22em;
    font-size: 1.125em;
    font-weight: 650;
    text-wrap: balance;
  }
  .message-text {
    color: rgb(255 255 255 / 0.78);
    text-wrap: balance;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 0;
    border-radius: 24px;
    background: rgb(18 16 26 / 0.62);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.16);
    backdrop-filter: blur(14px) saturate(1.4);
    -webkit-backdrop-filter: blur(14px) saturate(1.4);
    font-weight: 600;
    pointer-events: auto;
  }
  .pill .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .pill.is-solid {
    margin-block-start: 12px;
    background: #fff;
    color: #14121c;
    box-shadow: none;
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
    .message {
      inset-inline: 0;
      padding-block: 40px;
    }
    .captions {
      inset-inline: 24cqi;
      inset-block-end: calc(var(--safe-bottom) + 60px);
    }
  }
`;
