import { css } from "lit";

/** The end card. */
export const endCardStyles = css`
  .end {
    inset: 0;
    max-block-size: none;
    justify-content: safe center;
    overflow-y: auto;
    border-radius: 0;
    --drama-on-surface: #ffffff;
    background: rgb(10 9 16 / 0.66);
    color: #fff;
    box-shadow: none;
    animation-name: drama-fade;
  }
  .end-body {
    display: flex;
    flex-direction: column;
    gap: 10px;
    inline-size: min(100%, 380px);
    margin-inline: auto;
    padding: 32px 24px;
    text-align: center;
  }
  .end-kicker {
    color: var(--quiet);
  }
  .end-title {
    margin: 0 0 8px;
    font-size: 1.625em;
    font-weight: 750;
    letter-spacing: -0.015em;
  }
  .end-next {
    position: relative;
    overflow: hidden;
    inline-size: min(100%, 232px);
    aspect-ratio: 9 / 14;
    margin: 0 auto 10px;
    padding: 0;
    border: 0;
    border-radius: 20px;
    background: radial-gradient(120% 80% at 50% 10%, #35304e, #17151f);
    box-shadow: 0 18px 50px rgb(0 0 0 / 0.5);
    transition: transform 0.2s;
  }
  .end-next img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .end-next-words {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    padding: 56px 14px 16px;
    background: linear-gradient(transparent, rgb(6 5 12 / 0.86) 60%);
    font-size: 1.125em;
  }
  .end-next .card-watch {
    font-size: 0.85em;
  }
  @media (hover: hover) {
    .end-next:hover {
      transform: scale(1.02);
    }
  }
  .end-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .end-actions .action {
    flex: 1 1 auto;
    inline-size: auto;
    padding-inline: 12px;
  }

  @container drama (max-height: 480px) and (min-aspect-ratio: 3 / 4) {
    .end-body:has(.end-next) {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      inline-size: min(100%, 600px);
      column-gap: 28px;
      text-align: start;
    }
    .end-next {
      grid-column: 1;
      grid-row: 1 / span 3;
      inline-size: 160px;
    }
    .end-next ~ .end-actions {
      flex-direction: column;
    }
  }
`;
