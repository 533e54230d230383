import { css } from "lit";

/** The element itself: a 9:16 box that never shifts the page, at most nine tenths of the window high. */
export const hostStyles = css`
  :host {
    --drama-accent: #ffb84d;
    --drama-on-accent: #1d1204;
    --drama-background: #0c0b12;
    --drama-text: #ffffff;
    --drama-radius: 18px;
    --drama-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    --drama-font-size: 16px;
    --drama-object-fit: cover;
    --drama-caption-size: 1.125em;
    --drama-caption-color: #ffffff;
    --drama-caption-background: rgb(8 8 12 / 0.74);

    display: block;
    position: relative;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: calc(90svh * 9 / 16);
    aspect-ratio: 9 / 16;
    margin-inline: auto;
  }

  /* Words on the brand colour are black or white: at this lightness (luminance 0.179) both have 4.58:1. */
  @supports (color: lab(from red l 0 0)) {
    :host {
      --drama-on-accent: lab(from var(--drama-accent) clamp(0, (49.4 - l) * 999, 100) 0 0);
    }
  }

  :host([hidden]) {
    display: none;
  }

  :host([mode="page"]) {
    max-inline-size: none;
    block-size: 100svh;
    aspect-ratio: auto;
  }
`;
