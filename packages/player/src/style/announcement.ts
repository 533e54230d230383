import { css } from "lit";

/** Not out yet: what a message says beside its title. */
export const announcementStyles = css`
  .message-kicker {
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--drama-accent);
  }
  .message-text {
    color: rgb(255 255 255 / 0.78);
    text-wrap: balance;
  }
`;
