import { css } from "lit";

/** What viewers asked their system for: less motion, their own colours, more contrast. Comes last. */
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
    .player .glyph.is-glass,
    .player .pill,
    .player .centre {
      background-color: rgb(0 0 0 / 0.88);
      box-shadow: inset 0 0 0 2px #fff;
    }
    .player .pill.is-solid {
      background-color: #fff;
    }
    .player {
      --drama-caption-background: #000;
    }
  }

  @media (forced-colors: active) {
    .player .glyph,
    .player .pill,
    .player .centre,
    .player .card-play,
    .player .card-watch,
    .player .caption-line,
    .player .progress-bubble {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
    .player .title,
    .player .series-title,
    .player .time,
    .player .card-foot {
      background: Canvas;
      color: CanvasText;
    }
    .player .progress-bar {
      outline: 1px solid CanvasText;
    }
    .player .progress-fill,
    .player .progress-thumb {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
