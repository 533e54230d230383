import { css } from "lit";

/** The lock sheet. */
export const gateStyles = css`
  .gate .sheet-body > * {
    margin-block: 0 12px;
  }

  .cards {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .offer-card {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 64px;
    padding: 10px 14px;
    border-radius: 16px;
    background: rgb(255 255 255 / 0.06);
    box-shadow: inset 0 0 0 1px var(--line);
    transition: box-shadow 0.15s;
  }
  .offer-card.is-choice {
    cursor: pointer;
  }
  .offer-card:has(:checked) {
    background: color-mix(in srgb, var(--drama-accent) 12%, transparent);
    box-shadow: inset 0 0 0 2px var(--drama-accent);
  }
  .player .offer-card:has(:focus-visible) {
    outline: 3px solid var(--drama-accent);
    outline-offset: 2px;
  }
  .offer-card input {
    flex: none;
    appearance: none;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    border: 2px solid rgb(255 255 255 / 0.5);
    border-radius: 50%;
  }
  .offer-card input:checked {
    border: 7px solid var(--drama-accent);
    background: var(--drama-on-accent);
  }
  .player .offer-card input:focus-visible {
    outline: none;
  }
  .card-words {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
  .card-name {
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .card-details,
  .card-money,
  .card-was {
    font-size: 0.8125em;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .card-price {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .card-price b {
    font-weight: 700;
    white-space: nowrap;
  }

  .balance {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding-inline: 4px;
    font-size: 0.875em;
  }
  .balance > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
  }
  .balance dt {
    color: var(--quiet);
  }
  .balance dd {
    margin: 0;
    text-align: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .balance small {
    display: block;
    font-size: 0.9286em;
    font-weight: 400;
    color: var(--quiet);
  }

  .small {
    font-size: 0.8125em;
    text-align: center;
    text-wrap: balance;
    color: var(--quiet);
  }

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
    background: rgb(255 255 255 / 0.13);
    color: rgb(255 255 255 / 0.74);
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
    border: 2.5px solid rgb(255 255 255 / 0.3);
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
    background: rgb(255 255 255 / 0.13);
    color: rgb(255 255 255 / 0.74);
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
    border: 1px solid rgb(255 255 255 / 0.42);
    border-radius: 16px;
    background: rgb(0 0 0 / 0.3);
    color: #fff;
    /* Below 16 px iOS zooms the page into the field. */
    font: inherit;
    font-size: max(16px, 1em);
  }
  .code .action {
    inline-size: auto;
  }

  .decline {
    display: flex;
    gap: 10px;
    padding: 12px 14px;
    border-radius: 14px;
    background: rgb(255 138 101 / 0.16);
    font-size: 0.9375em;
  }
  .decline .icon {
    inline-size: 1.35em;
    block-size: 1.35em;
    color: #ffb199;
  }

  .standing {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding-block: 12px 4px;
    text-align: center;
  }
  .standing > .icon {
    inline-size: 36px;
    block-size: 36px;
    stroke-width: 1.5;
    color: var(--drama-accent);
  }
  .standing .turning {
    inline-size: 34px;
    block-size: 34px;
    border-width: 3px;
    color: var(--drama-accent);
  }
  .standing-title {
    font-size: 1.0625em;
    font-weight: 650;
    text-wrap: balance;
  }
  .standing-note {
    font-size: 0.9375em;
    color: var(--quiet);
    text-wrap: balance;
  }
  .standing .action {
    margin-block-start: 8px;
  }

  .preview {
    padding: 0 4px;
    list-style: none;
    font-size: 0.9375em;
  }
  .preview li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 6px;
    border-block-end: 1px solid var(--line);
  }

  .skeleton {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
  .skeleton i {
    block-size: 64px;
    border-radius: 16px;
    background: linear-gradient(100deg, rgb(255 255 255 / 0.06) 30%, rgb(255 255 255 / 0.14) 50%, rgb(255 255 255 / 0.06) 70%);
    background-size: 300% 100%;
    animation: drama-shimmer 1.6s linear infinite;
  }
  .skeleton i:last-child {
    block-size: 56px;
  }
  @keyframes drama-shimmer {
    from {
      background-position: 130% 0;
    }
    to {
      background-position: -30% 0;
    }
  }

  /* Little height: the price, what is left and the button must be seen at once. */
  @container drama (max-height: 660px) {
    .gate .sheet-head {
      padding-block: 8px 2px;
    }
    .gate .sheet-title {
      font-size: 1.125em;
    }
    .gate .sheet-body > * {
      margin-block-end: 8px;
    }
    .gate .offer-card {
      min-block-size: 50px;
      padding-block: 5px;
    }
    .gate .balance {
      flex-direction: row;
      justify-content: space-between;
      gap: 12px;
      font-size: 0.8125em;
    }
    .gate .balance > div {
      display: block;
    }
    .gate .balance dd {
      text-align: start;
    }
    .gate .action.is-primary {
      min-block-size: 48px;
    }
    .gate .sheet-foot {
      padding-block: 4px 8px;
    }
    .gate .sheet-foot .action {
      min-block-size: 44px;
    }
  }
  @container drama (min-aspect-ratio: 3 / 4) {
    .gate {
      --width: min(100cqi, 440px, max(390px, var(--column)));
      inset-inline: calc(50% - var(--width) / 2);
      inset-block-end: var(--margin);
      max-block-size: calc(100cqb - 2 * var(--margin));
      border-radius: 20px;
    }
  }
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .gate {
      inset-block: 0;
      inset-inline: auto 0;
      inline-size: min(420px, 56cqi);
      max-block-size: none;
      border-radius: 24px 0 0 24px;
      padding-inline-end: env(safe-area-inset-right, 0px);
    }
  }

  @media (forced-colors: active) {
    .offer-card,
    .wait,
    .decline {
      border: 1px solid CanvasText;
    }
    .offer-card:has(:checked) {
      border-color: Highlight;
    }
    .offer-card input {
      appearance: auto;
    }
  }
`;
