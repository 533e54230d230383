import { css } from "lit";

/** The menu of speed, captions, picture and data. */
export const settingsStyles = css`
  .settings {
    display: flex;
    flex-direction: column;
    gap: 18px;
    padding-block-end: calc(20px + env(safe-area-inset-bottom, 0px));
  }
  .setting {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .setting legend {
    padding: 0;
    margin-block-end: 8px;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--quiet);
  }
  .setting-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .setting-choice {
    position: relative;
    display: grid;
    flex: 1 0 auto;
    cursor: pointer;
  }
  .setting-choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .setting-choice span {
    display: grid;
    place-items: center;
    min-inline-size: 52px;
    min-block-size: 44px;
    padding: 4px 14px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--drama-on-surface) 8%, transparent);
    font-variant-numeric: tabular-nums;
    transition: background-color 0.15s;
  }
  .setting-choice bdi {
    display: block;
  }
  .setting-choice input:checked + span {
    background: var(--drama-accent);
    color: var(--drama-on-accent);
    font-weight: 650;
  }
  .setting-choice input:focus-visible + span {
    outline: 3px solid var(--drama-accent);
    outline-offset: 2px;
  }
  .setting-switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 56px;
    padding: 8px 0;
    border: 0;
    background: none;
    text-align: start;
  }
  .setting-switch + .setting-switch {
    box-shadow: 0 -1px 0 var(--line);
  }
  .setting-note {
    display: block;
    font-size: 0.8125em;
    color: var(--quiet);
  }
  .setting-knob {
    flex: none;
    inline-size: 50px;
    block-size: 30px;
    padding: 3px;
    border-radius: 15px;
    background: color-mix(in srgb, var(--drama-on-surface) 24%, transparent);
    transition: background-color 0.2s;
  }
  .setting-knob::before {
    content: "";
    display: block;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: #fff;
    transition: margin-inline-start 0.2s;
  }
  [aria-checked="true"] > .setting-knob {
    background: var(--drama-accent);
  }
  [aria-checked="true"] > .setting-knob::before {
    margin-inline-start: 20px;
  }
  .setting-row .action {
    flex: 1 1 44%;
    min-block-size: 48px;
  }
  @media (hover: hover) {
    .setting-choice input:not(:checked):hover + span {
      background: color-mix(in srgb, var(--drama-on-surface) 15%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .setting-knob,
    .setting-knob::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .setting-choice span,
    .setting-knob {
      border: 1px solid ButtonText;
    }
    .setting-choice input:checked + span,
    [aria-checked="true"] > .setting-knob {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .setting-knob::before {
      background: ButtonText;
    }
  }
`;
