import { css } from "lit";

/** Slots, pictures and what covers them until a frame is there. */
export const feedStyles = css`
  .track {
    position: absolute;
    inset: 0;
    transform: translateY(calc(var(--index, 0) * -100%));
    will-change: transform;
  }

  .slot {
    position: absolute;
    inset: 0;
    overflow: hidden;
    overflow: clip;
    transform: translateY(calc(var(--i, 0) * 100%));
  }

  /* Out of range: nothing to see, but its video stays laid out, because WebKit purges hidden ones. */
  .slot.is-empty {
    opacity: 0;
  }

  .frame {
    position: absolute;
    inset-block: var(--margin);
    inset-inline: var(--edge);
    overflow: hidden;
    overflow: clip;
    background: radial-gradient(120% 80% at 50% 20%, #2b2740, var(--drama-background));
    border-radius: var(--rounding);
  }

  .frame > video,
  .poster {
    position: absolute;
    inset: 0;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    margin: 0;
    border: 0;
    object-fit: var(--drama-object-fit);
    pointer-events: none;
  }

  /*
   * Over the poster. Until its own frame is there the pool keeps it covered, so that it shows nothing at all: never
   * black, never the frame of another episode. It covers at once, and uncovers without waiting for a render.
   */
  .frame > video {
    transition: opacity 0.09s cubic-bezier(0, 0.8, 0.2, 1);
  }

  .slot.is-uncovered .poster {
    opacity: 0;
    transition: opacity 0s 0.2s;
  }

  .player[data-stage="gate"] .slot.is-active .poster {
    filter: brightness(0.8);
  }

  .ambience {
    display: none;
  }

  @container drama (min-aspect-ratio: 3 / 4) {
    .ambience {
      display: block;
      position: absolute;
      inset: -12%;
      inline-size: 124%;
      block-size: 124%;
      object-fit: cover;
      filter: blur(56px) saturate(1.25) brightness(0.42);
      pointer-events: none;
    }
  }
`;
