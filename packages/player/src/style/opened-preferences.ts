import { css } from "lit";

/** What viewers asked their system for, and what their language asks for, where an opened player has to do it. */
export const openedPreferenceStyles = css`
  /* Korean breaks between words, Japanese between phrases where the browser knows them. */
  .player:lang(ko) {
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .player:lang(ja) {
    word-break: auto-phrase;
  }

  @media (prefers-contrast: more) {
    .player .glyph.is-glass,
    .player .centre {
      background-color: rgb(0 0 0 / 0.88);
      box-shadow: inset 0 0 0 2px #fff;
    }
    .player {
      --drama-caption-background: #000;
    }
  }

  @media (forced-colors: active) {
    .player .glyph,
    .player .centre,
    .player .caption-line,
    .player .progress-bubble {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
    .player .title,
    .player .series-title,
    .player .time {
      background: Canvas;
      color: CanvasText;
    }
    .player :is(button.tile, .menu-item, .end-next, summary) {
      border: 1px solid ButtonText;
    }
    .player .sheet-kicker {
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
