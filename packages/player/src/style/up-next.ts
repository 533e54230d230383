import { css } from "lit";

/** What comes next, said quietly under the bar at the top; and where to go once an episode is over. */
export const upNextStyles = css`
  .up-next {
    gap: 4px;
    max-inline-size: 100%;
    padding: 2px 4px;
    padding-inline-start: 18px;
    background: rgb(18 16 26 / 0.78);
    font-weight: 500;
    pointer-events: none;
    animation: drama-up-next 0.25s;
  }
  @keyframes drama-up-next {
    from {
      opacity: 0;
      transform: translateY(-6px);
    }
  }
  .up-next-words {
    display: grid;
    min-inline-size: 0;
    padding-block: 5px;
    line-height: 1.3;
  }
  .up-next-kicker {
    font-size: 0.75em;
    font-variant-numeric: tabular-nums;
    color: rgb(255 255 255 / 0.82);
  }
  .up-next-title {
    overflow: hidden;
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .up-next .up-next-cancel {
    flex: none;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 0 14px;
    border: 0;
    border-radius: 22px;
    background: none;
    color: var(--accent-film);
    font-size: 0.875em;
    font-weight: 650;
    pointer-events: auto;
  }
  @media (hover: hover) {
    .up-next .up-next-cancel:hover {
      background: rgb(255 255 255 / 0.14);
    }
  }

  .next-offer {
    position: absolute;
    inset-block-start: calc(50% - 50px);
    inset-inline: calc(var(--edge) + 64px);
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    pointer-events: none;
  }
  .next-offer .pill.is-solid {
    margin: 0;
  }
  @container drama (min-aspect-ratio: 3 / 4) and (max-height: 599px) {
    .next-offer {
      flex-direction: row;
      justify-content: center;
      inset-inline: 210px;
    }
  }
  @container drama (max-width: 280px) and (max-aspect-ratio: 3 / 4) {
    .next-offer {
      inset-block-start: calc(50% - 40px);
      inset-inline: 6px 110px;
    }
    .up-next {
      flex-direction: column;
      align-items: stretch;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .up-next {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .player :is(.up-next, .up-next-cancel) {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
