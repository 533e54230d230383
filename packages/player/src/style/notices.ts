import { css } from "lit";

/** Waiting, failing, not out yet: what stands over the picture instead of the film. */
export const noticeStyles = css`
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
  .message-title {
    max-inline-size: 22em;
    font-size: 1.125em;
    font-weight: 650;
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
  .pill.is-way-out {
    position: absolute;
    inset-block-start: calc(var(--margin) + var(--safe-top) + 8px);
    inset-inline-start: calc(var(--edge) + 8px);
    opacity: 0;
    animation: drama-appear 0.2s 1s forwards;
  }
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .message {
      inset-inline: 0;
      padding-block: 40px;
    }
  }
`;
