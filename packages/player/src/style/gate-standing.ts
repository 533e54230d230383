import { css } from "lit";

/** The lock sheet while nothing can be chosen, and why the last attempt was declined. */
export const gateStandingStyles = css`
  .decline {
    display: flex;
    gap: 10px;
    padding: 12px 14px;
    border-radius: 14px;
    background: rgb(255 138 101 / 0.16);
    font-size: 0.9375em;
  }

  .decline .icon {
    inline-size: 1.35em;
    block-size: 1.35em;
    color: var(--bad);
  }

  .standing {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding-block: 12px 4px;
    text-align: center;
  }

  .standing > .icon {
    inline-size: 36px;
    block-size: 36px;
    stroke-width: 1.5;
    color: var(--accent-words);
  }

  .standing .turning {
    inline-size: 34px;
    block-size: 34px;
    border-width: 3px;
    color: var(--accent-words);
  }

  .standing-title {
    font-size: 1.0625em;
    font-weight: 650;
    text-wrap: balance;
  }

  .standing-note {
    font-size: 0.9375em;
    color: var(--quiet);
    text-wrap: balance;
  }

  .standing .action {
    margin-block-start: 8px;
  }

  .preview {
    padding: 0 4px;
    list-style: none;
    font-size: 0.9375em;
  }

  .preview li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 6px;
    border-block-end: 1px solid var(--line);
  }

  .skeleton {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }

  .skeleton i {
    block-size: 64px;
    border-radius: 16px;
    background: linear-gradient(100deg, color-mix(in srgb, var(--drama-on-surface) 6%, transparent) 30%, color-mix(in srgb, var(--drama-on-surface) 14%, transparent) 50%, color-mix(in srgb, var(--drama-on-surface) 6%, transparent) 70%);
    background-size: 300% 100%;
    animation: drama-shimmer 1.6s linear infinite;
  }

  .skeleton i:last-child {
    block-size: 56px;
  }

  @keyframes drama-shimmer {
    from {
      background-position: 130% 0;
    }
    to {
      background-position: -30% 0;
    }
  }
`;
