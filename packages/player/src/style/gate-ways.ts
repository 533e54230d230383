import { css } from "lit";

/** The ways through the lock: the button that spends, waiting, more coins, codes. */
export const gateWaysStyles = css`
  .action.is-primary {
    position: relative;
    overflow: hidden;
    min-block-size: 56px;
    background: var(--drama-accent);
    color: var(--drama-on-accent);
    font-size: 1.0625em;
    font-weight: 750;
  }

  @media (hover: hover) {
    .action.is-primary:hover:not([aria-disabled="true"]) {
      background: color-mix(in srgb, var(--drama-accent) 88%, #fff);
    }
  }

  .action[aria-disabled="true"] {
    background: color-mix(in srgb, var(--drama-on-surface) 13%, transparent);
    color: color-mix(in srgb, var(--drama-on-surface) 74%, transparent);
    cursor: default;
  }

  /* Half a second in which nothing can be bought: the colour runs in, so that it can be seen. */
  .gate:not([data-armed]) .action.is-primary::before {
    content: "";
    position: absolute;
    inset: 0;
    background: color-mix(in srgb, var(--drama-accent) 46%, transparent);
    transform: translateX(-100%);
    animation: drama-arm 0.5s 0.1s linear forwards;
  }

  @keyframes drama-arm {
    to {
      transform: none;
    }
  }

  .action.is-primary > * {
    position: relative;
  }

  .action.is-working > .icon {
    display: none;
  }

  .action.is-working::after,
  .turning {
    content: "";
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 2.5px solid color-mix(in srgb, var(--drama-on-surface) 30%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: drama-turn 0.9s linear infinite;
  }

  .action.is-working::after {
    order: -1;
  }

  .action-words {
    display: flex;
    flex-direction: column;
  }

  .action-words small {
    font-size: 0.8125em;
    font-weight: 500;
    opacity: 0.86;
  }

  .action.is-row {
    justify-content: flex-start;
    text-align: start;
  }

  .action.is-row .action-words {
    flex: 1;
  }

  .action.is-free {
    background: #7be0a6;
    color: #06261a;
  }

  @media (hover: hover) {
    .action.is-free:hover:not([aria-disabled="true"]) {
      background: #97ebba;
    }
  }

  .action.is-free[aria-disabled="true"] {
    background: color-mix(in srgb, var(--drama-on-surface) 13%, transparent);
    color: color-mix(in srgb, var(--drama-on-surface) 74%, transparent);
  }

  .wait {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 52px;
    padding: 8px 16px;
    border-radius: 16px;
    box-shadow: inset 0 0 0 1px var(--line);
  }

  .wait-words {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    font-variant-numeric: tabular-nums;
  }

  .wait-words b {
    font-weight: 600;
  }

  .more summary {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 44px;
    border-radius: 12px;
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--quiet);
    list-style: none;
    cursor: pointer;
  }

  .more summary::-webkit-details-marker {
    display: none;
  }

  .more summary::after {
    content: "";
    inline-size: 7px;
    block-size: 7px;
    margin-block-start: -4px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  .more[open] summary::after {
    margin-block-start: 4px;
    rotate: 225deg;
  }

  .more-list {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding-block: 4px;
  }

  .code {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  .code label {
    flex: 1;
    min-inline-size: 0;
    font-size: 0.875em;
    color: var(--quiet);
  }

  .code input {
    display: block;
    inline-size: 100%;
    min-block-size: 52px;
    margin-block-start: 4px;
    padding: 8px 14px;
    border: 1px solid color-mix(in srgb, var(--drama-on-surface) 42%, transparent);
    border-radius: 16px;
    background: color-mix(in srgb, var(--drama-on-surface) 6%, transparent);
    color: inherit;
    /* Below 16 px iOS zooms the page into the field. */
    font: inherit;
    font-size: max(16px, 1em);
  }

  .code .action {
    inline-size: auto;
  }
`;
