import { css } from "lit";

/** The card in an article. */
export const inlineCardStyles = css`
  .card {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: start;
    touch-action: auto;
  }
  .player .card {
    touch-action: auto;
  }
  .player .card:focus-visible {
    outline-offset: -5px;
  }

  .card-play {
    position: absolute;
    inset-block-start: calc(50% - 38px);
    inset-inline-start: calc(50% - 38px);
    display: grid;
    place-items: center;
    inline-size: 76px;
    block-size: 76px;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.94);
    color: #14121c;
    font-size: 1.5em;
    box-shadow: 0 6px 28px rgb(0 0 0 / 0.38);
    transition:
      transform 0.2s,
      opacity 0.2s;
  }
  .card-play .icon {
    translate: 2px 0;
  }
  .card-play.is-small {
    opacity: 0;
    transform: scale(0.6);
  }
  .card:active .card-play {
    transform: scale(0.94);
  }
  @media (hover: hover) {
    .card:hover .card-play:not(.is-small) {
      transform: scale(1.06);
    }
  }

  .card-foot {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 6px;
    padding: 88px 18px 18px;
    background: linear-gradient(transparent, rgb(6 5 12 / 0.48) 44%, rgb(6 5 12 / 0.84));
  }
  .card-title {
    font-size: clamp(1.125em, 6.2cqi, 1.625em);
    font-weight: 750;
    line-height: 1.15;
    letter-spacing: -0.015em;
    text-wrap: balance;
    text-shadow: 0 1px 6px rgb(0 0 0 / 0.4);
  }
  .card-meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 12px;
    font-size: 0.9375em;
    color: rgb(255 255 255 / 0.86);
    /* With the height of the pill that comes when it plays. */
    min-block-size: 2.3em;
  }
  .card-watch {
    white-space: nowrap;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 7px 14px 7px 10px;
    border-radius: 20px;
    background: var(--drama-accent);
    color: var(--drama-on-accent);
    font-weight: 700;
  }
  .card-watch .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
`;
