import { css } from "lit";

/** Episode list and captions menu. */
export const panelStyles = css`
  .panel {
    max-block-size: 74cqb;
  }
  @container drama (min-aspect-ratio: 3 / 4) {
    .panel {
      max-block-size: none;
    }
  }

  .pages {
    display: flex;
    flex: none;
    gap: 6px;
    overflow-x: auto;
    padding: 2px 20px 10px;
  }
  .page-button[aria-current] {
    background: var(--drama-accent);
    color: var(--drama-on-accent);
    font-weight: 650;
  }
  .page-button {
    flex: none;
    min-block-size: 44px;
    padding-inline: 14px;
    border: 0;
    border-radius: 14px;
    background: var(--wash);
    font-variant-numeric: tabular-nums;
  }

  .cover {
    flex: none;
    inline-size: 48px;
    block-size: 64px;
    border-radius: 10px;
    object-fit: cover;
  }
  .player .synopsis {
    display: -webkit-box;
    overflow: hidden;
    margin-block-end: 12px;
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--quiet);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  /* Little room for many words: a small box, or large letters in a usual one. */
  @container drama (max-width: 16em) {
    .cover {
      display: none;
    }
    .panel .sheet-head {
      padding: 10px 10px 6px 14px;
    }
    .panel .sheet-title {
      font-size: 1.0625em;
    }
    .panel .sheet-body,
    .pages {
      padding-inline: 12px;
    }
  }
  @container drama (max-width: 16em) and (max-height: 24em) {
    .player .synopsis {
      display: none;
    }
    .panel {
      max-block-size: 94cqb;
    }
  }

  /* Rows are for screen readers: how many tiles stand in one is decided here, by the width. */
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(5.25em, 100%), 1fr));
    gap: 10px;
    padding-block-end: 20px;
  }
  .grid-row {
    display: contents;
  }
  .player .tile {
    position: relative;
    display: block;
    inline-size: 100%;
    aspect-ratio: 3 / 4;
    overflow: hidden;
    padding: 0;
    border: 0;
    border-radius: 14px;
    background: radial-gradient(120% 80% at 50% 10%, #35304e, #17151f);
    color: #fff;
    text-align: start;
  }
  .tile img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .tile::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: inherit;
    background: linear-gradient(rgb(6 5 12 / 0.4), transparent 34%, transparent 44%, rgb(6 5 12 / 0.86));
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.1);
  }
  .tile > span {
    position: absolute;
    z-index: 1;
  }
  .tile.is-locked img,
  .tile.is-unpublished img {
    filter: brightness(0.55) saturate(0.7);
  }
  .tile.is-current::after {
    box-shadow: inset 0 0 0 3px var(--drama-accent);
  }
  .tile-number {
    inset-block-start: 7px;
    inset-inline-start: 10px;
    font-weight: 750;
    text-shadow: 0 1px 4px rgb(0 0 0 / 0.7);
    font-variant-numeric: tabular-nums;
  }
  .tile-mark {
    inset-block-start: 6px;
    inset-inline-end: 6px;
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    background: rgb(10 9 16 / 0.66);
  }
  .tile-mark .icon {
    inline-size: 15px;
    block-size: 15px;
    stroke-width: 2.2;
  }
  .tile.is-owned .tile-mark {
    color: #7be0a6;
  }
  .tile-title {
    inset-block-end: 8px;
    inset-inline: 10px;
    display: -webkit-box;
    overflow: hidden;
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.25;
    text-shadow: 0 1px 4px rgb(0 0 0 / 0.8);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .tile > .tile-watched {
    inset-block-end: 0;
    inset-inline: 0;
    block-size: 4px;
    background: rgb(255 255 255 / 0.3);
  }
  .tile-watched::before {
    content: "";
    display: block;
    inline-size: calc(var(--watched) * 100%);
    block-size: 100%;
    background: var(--drama-accent);
  }
  .bars {
    display: flex;
    align-items: flex-end;
    justify-content: center;
    gap: 2px;
    padding-block-end: 8px;
    color: var(--drama-accent);
  }
  .bars i {
    inline-size: 3px;
    block-size: 10px;
    border-radius: 1px;
    background: currentColor;
    transform-origin: bottom;
    animation: drama-bar 0.9s ease-in-out infinite alternate;
  }
  .bars i:nth-child(2) {
    animation-delay: -0.5s;
  }
  .bars i:nth-child(3) {
    animation-delay: -0.2s;
  }
  @keyframes drama-bar {
    from {
      transform: scaleY(0.35);
    }
  }

  .menu {
    padding-block-end: 20px;
  }
  .menu-item {
    display: flex;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 8px 12px;
    border: 0;
    border-radius: 12px;
    background: none;
    text-align: start;
  }
  .menu-item + .menu-item {
    box-shadow: 0 -1px 0 var(--line);
  }
  .menu-item .icon {
    visibility: hidden;
    color: var(--accent-words);
  }
  .menu-item[aria-pressed="true"] {
    font-weight: 650;
  }
  .menu-item[aria-pressed="true"] .icon {
    visibility: visible;
  }
  @media (hover: hover) {
    .menu-item:hover {
      background: var(--wash);
    }
  }
`;
