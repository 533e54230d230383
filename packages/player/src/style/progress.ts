import { css } from "lit";

/** The progress bar: 44 px to touch, 3 px to see until somebody means it. */
export const progressStyles = css`
  .transport {
    display: flex;
    align-items: center;
    direction: ltr;
  }

  .progress {
    position: relative;
    flex: 1;
    min-inline-size: 44px;
    block-size: 44px;
    margin-inline: 4px 10px;
    border-radius: 8px;
    pointer-events: auto;
    cursor: pointer;
    touch-action: none;
  }

  .progress-bar {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(50% - 1.5px);
    block-size: 3px;
    overflow: hidden;
    border-radius: 3px;
    background: rgb(255 255 255 / 0.26);
    transition: transform 0.15s;
  }
  .progress-buffer,
  .progress-fill {
    position: absolute;
    inset: 0;
    transform-origin: left;
    transform: scaleX(var(--at, 0));
  }
  .progress-buffer {
    background: rgb(255 255 255 / 0.3);
    transform: scaleX(var(--buffered, 0));
  }
  .progress-fill {
    background: var(--drama-accent);
  }
  .progress-thumb {
    position: absolute;
    inset-block-start: calc(50% - 7px);
    left: calc(var(--at, 0) * 100% - 7px);
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: #fff;
    box-shadow: 0 1px 5px rgb(0 0 0 / 0.5);
    transform: scale(0);
    transition: transform 0.15s;
  }
  .progress[data-smooth] .progress-fill {
    transition: transform 0.26s linear;
  }

  .progress:is([data-scrubbing], :focus-visible) .progress-bar {
    transform: scaleY(2);
  }
  .progress:is([data-scrubbing], :focus-visible) .progress-thumb {
    transform: none;
  }
  .progress[data-scrubbing] .progress-thumb {
    transform: scale(1.25);
  }
  @media (hover: hover) {
    .progress:hover .progress-bar {
      transform: scaleY(2);
    }
    .progress:hover .progress-thumb {
      transform: none;
    }
  }

  .progress-bubble {
    position: absolute;
    inset-block-end: calc(100% - 4px);
    left: clamp(24px, calc(var(--at, 0) * 100%), calc(100% - 24px));
    padding: 4px 10px;
    border-radius: 10px;
    background: rgb(18 16 26 / 0.9);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.14);
    font-size: 1.0625em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    transform: translateX(-50%);
    opacity: 0;
    pointer-events: none;
    transition: opacity 0.12s;
  }
  .progress[data-scrubbing] .progress-bubble {
    opacity: 1;
  }

  .time {
    flex: none;
    padding-inline-end: 8px;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    color: rgb(255 255 255 / 0.86);
    text-shadow: 0 1px 3px rgb(0 0 0 / 0.6);
    transition: opacity 0.3s;
  }
`;
