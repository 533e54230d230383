import { css } from "lit";

/** What viewers asked their system for: less motion, more contrast, their own colours. Comes last. */
export const preferenceStyles = css`
  @media (prefers-reduced-motion: reduce) {
    .player *,
    .player *::before,
    .player *::after {
      transition-duration: 0.01ms !important;
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
    }
    /* A sign that stands still would say "stuck": waiting may turn, slowly. */
    .player .spinner {
      animation-duration: 0.01ms, 2.4s !important;
      animation-iteration-count: 1, infinite !important;
    }
  }

  @media (prefers-contrast: more) {
    .player .pill:not(.is-solid) {
      background-color: rgb(0 0 0 / 0.88);
      box-shadow: inset 0 0 0 2px #fff;
    }
  }

  @media (forced-colors: active) {
    .player .pill,
    .player .card-play,
    .player .card-watch,
    .player .card-foot {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
