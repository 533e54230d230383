import { css } from "lit";

/** What the sheet has beside offers: quiet buttons, purchases, the rule, what happened without a press. */
export const gateAccountStyles = css`
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 4px 10px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 650;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .quiet .icon {
    inline-size: 20px;
    block-size: 20px;
  }
  .quiet.is-sign {
    padding: 0;
  }
  @media (hover: hover) {
    .quiet:hover {
      background: color-mix(in srgb, var(--drama-on-surface) 10%, transparent);
    }
  }

  .own {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 4px;
  }
  .packs {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  .decline-words {
    flex: 1;
  }
  .decline-words p {
    margin: 0;
  }
  .decline-words .quiet {
    margin-inline-start: -10px;
  }

  /* What can be done about it stands below the words: beside them, they would be a column of single words. */
  .account-notice {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    column-gap: 10px;
    padding: 4px 4px 4px 14px;
    border-radius: 14px;
    background: color-mix(in srgb, var(--good, #7be0a6) 16%, transparent);
    font-size: 0.9375em;
  }
  .account-notice:dir(rtl) {
    padding: 4px 14px 4px 4px;
  }
  .account-notice p {
    padding-block: 10px;
  }
  .account-notice .quiet {
    grid-area: 2 / 2;
    justify-self: start;
    margin-inline-start: -10px;
  }
  .account-notice .quiet.is-sign {
    grid-area: 1 / 3;
    align-self: start;
    margin: 0;
  }
  .account-notice > .icon {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
  }
  .account-notice.is-over-film {
    position: absolute;
    inset-block-start: calc(64px + env(safe-area-inset-top, 0px));
    /* Beside the buttons that lead to other episodes. */
    inset-inline: 12px 76px;
    max-inline-size: 460px;
    margin-inline: auto;
    background: color-mix(in srgb, var(--drama-surface) 94%, transparent);
    color: var(--drama-on-surface, #fff);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.4);
    pointer-events: auto;
  }

  /* There the two buttons stand side by side. */
  @container drama (max-height: 679px) and (max-aspect-ratio: 3 / 4) {
    .account-notice.is-over-film {
      inset-block-start: calc(122px + env(safe-area-inset-top, 0px));
    }
  }
  @container drama (max-width: 280px) {
    .account-notice.is-over-film {
      inset-inline: 6px;
    }
    .account-notice > .icon {
      display: none;
    }
  }

  .rule {
    font-size: 0.9375em;
  }
  .rule summary {
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    font-weight: 600;
    color: var(--quiet);
    cursor: pointer;
  }
  .rule form {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding-block-end: 8px;
  }
  .rule p {
    margin: 0;
    color: var(--quiet);
  }
  .rule label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .rule input {
    inline-size: 7em;
    min-block-size: 44px;
    padding: 6px 12px;
    border: 1px solid color-mix(in srgb, var(--drama-on-surface) 42%, transparent);
    border-radius: 12px;
    background: color-mix(in srgb, var(--drama-on-surface) 6%, transparent);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
  }
  .rule.is-on {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 4px 4px 14px;
    border-radius: 14px;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .rule.is-on:dir(rtl) {
    padding: 4px 14px 4px 4px;
  }
  .rule.is-on p {
    flex: 1;
  }
  .rule.is-on b {
    display: block;
    color: var(--drama-on-surface, #fff);
  }

  .account {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }

  .player .purchases:focus-visible {
    outline: none;
  }
  .purchases-head {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: -12px;
  }
  .purchases-head .icon:dir(rtl) {
    scale: -1 1;
  }
  .purchases > .action {
    margin-block-start: 12px;
  }
  .purchases-head h3 {
    margin: 0;
    font-size: 1.0625em;
  }
  .receipts {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .receipts li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 10px;
    border-block-end: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
  }
  .receipts li > b {
    flex: none;
    max-inline-size: 45%;
    text-align: end;
  }
  .receipt-words {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .receipts small {
    color: var(--quiet);
  }
  .receipt-id {
    overflow-wrap: anywhere;
    user-select: text;
  }

  .fine-print {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px 16px;
    font-size: 0.8125em;
    color: var(--quiet);
  }
  .fine-print ::slotted(*) {
    color: inherit;
  }

  .teaser {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: blur(6px) brightness(0.7);
    -webkit-mask-image: linear-gradient(#000 30%, transparent 85%);
    mask-image: linear-gradient(#000 30%, transparent 85%);
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .quiet,
    .account-notice,
    .rule.is-on {
      border: 1px solid ButtonText;
    }
  }
`;
