import { css } from "lit";

/** The lock sheet: where it stands, the cards with the prices, what is left in the wallet. */
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
    background: color-mix(in srgb, var(--drama-on-surface) 6%, transparent);
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
    border: 2px solid color-mix(in srgb, var(--drama-on-surface) 50%, transparent);
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
    flex: 1 1 6em;
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

  /* A very small box: the price stands below the words. */
  @container drama (max-width: 280px) {
    .offer-card {
      flex-wrap: wrap;
    }
    .card-price {
      flex-direction: row;
      align-items: baseline;
      gap: 8px;
      margin-inline-start: auto;
    }
    .gate .sheet-body,
    .gate .sheet-foot {
      padding-inline: 12px;
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
    .gate:dir(rtl) {
      border-radius: 0 24px 24px 0;
      padding-inline-end: env(safe-area-inset-left, 0px);
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
