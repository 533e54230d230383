import { css } from "lit";

/** The settings of captions: an example, and rows of choices. */
export const captionStyleStyles = css`
  .caption-style {
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding-block: 8px 20px;
  }
  /* Stays in view while the choices below are tried. */
  .caption-preview {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: grid;
    place-items: center;
    min-block-size: 7.5em;
    overflow: hidden;
    border-radius: 14px;
    background: linear-gradient(100deg, #15131f, #6d6780 55%, #f4f1e8);
  }
  .caption-preview img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .caption-preview .captions {
    position: relative;
    padding: 12px;
  }
  .caption-setting {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .caption-setting legend {
    padding: 0 0 6px;
    font-size: 0.875em;
    opacity: 0.85;
  }
  .caption-choice {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    min-inline-size: 64px;
    padding-inline: 14px;
    border-radius: 14px;
    box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 32%, transparent);
    cursor: pointer;
  }
  .caption-choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .caption-choice:has(:checked) {
    box-shadow: inset 0 0 0 2px var(--drama-accent);
    font-weight: 650;
  }
  .player .caption-choice:has(:focus-visible) {
    outline: 3px solid var(--drama-accent);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .caption-choice {
      border: 1px solid ButtonText;
    }
    .caption-choice:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
