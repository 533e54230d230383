import { svg } from "lit";
import type { Shape } from "../icons.js";

/** The icons of the controls over a film. */
export const controlIcons = {
  pause: svg`<path d="M7 4.5h2.6a.9.9 0 0 1 .9.9v13.2a.9.9 0 0 1-.9.9H7a.9.9 0 0 1-.9-.9V5.4c0-.5.4-.9.9-.9Zm7.4 0H17c.5 0 .9.4.9.9v13.2a.9.9 0 0 1-.9.9h-2.6a.9.9 0 0 1-.9-.9V5.4c0-.5.4-.9.9-.9Z" fill="currentColor" stroke="none"/>`,
  sound: svg`<path d="M4 9.5v5h3.3L12 18.6V5.4L7.3 9.5H4Z"/><path d="M15.4 9a4.2 4.2 0 0 1 0 6M17.8 6.4a8 8 0 0 1 0 11.2"/>`,
  muted: svg`<path d="M4 9.5v5h3.3L12 18.6V5.4L7.3 9.5H4Z"/><path d="m16 9.8 4.6 4.6m0-4.6L16 14.4"/>`,
  captions: svg`<rect x="3" y="5.2" width="18" height="13.6" rx="2.6"/><path d="M10.6 10.4a2.3 2.3 0 1 0 0 3.2m6.4-3.2a2.3 2.3 0 1 0 0 3.2"/>`,
  episodes: svg`<rect x="4" y="4" width="6.6" height="6.6" rx="1.5"/><rect x="13.4" y="4" width="6.6" height="6.6" rx="1.5"/><rect x="4" y="13.4" width="6.6" height="6.6" rx="1.5"/><rect x="13.4" y="13.4" width="6.6" height="6.6" rx="1.5"/>`,
  share: svg`<path d="M12 14.6V3.8m0 0L8 7.7m4-3.9 4 3.9"/><path d="M7.4 11H6.6A1.6 1.6 0 0 0 5 12.6v5.8A1.6 1.6 0 0 0 6.6 20h10.8a1.6 1.6 0 0 0 1.6-1.6v-5.8a1.6 1.6 0 0 0-1.6-1.6h-.8"/>`,
  like: svg`<path d="M12 20.2S3.6 15.2 3.6 9.2A4.6 4.6 0 0 1 12 6.6a4.6 4.6 0 0 1 8.4 2.6c0 6-8.4 11-8.4 11Z"/>`,
  liked: svg`<path d="M12 20.2S3.6 15.2 3.6 9.2A4.6 4.6 0 0 1 12 6.6a4.6 4.6 0 0 1 8.4 2.6c0 6-8.4 11-8.4 11Z" fill="#ff4d6a" stroke="#ff4d6a"/>`,
  plus: svg`<path d="M12 5.4v13.2M5.4 12h13.2"/>`,
  check: svg`<path d="m5 12.6 4.6 4.6L19 7.4"/>`,
  settings: svg`<path d="M4 7h9m5 0h2M4 17h3m5 0h8"/><circle cx="15.5" cy="7" r="2.4"/><circle cx="9.5" cy="17" r="2.4"/>`,
  eye: svg`<path d="M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12Z"/><circle cx="12" cy="12" r="2.7"/>`,
  up: svg`<path d="m5.4 14.8 6.6-6.6 6.6 6.6"/>`,
  down: svg`<path d="m5.4 9.2 6.6 6.6 6.6-6.6"/>`,
  back: svg`<path d="M14.6 5.2 7.8 12l6.8 6.8"/>`,
  calendar: svg`<rect x="4" y="5.4" width="16" height="14.6" rx="2.4"/><path d="M4 10h16M8.4 3.4v4m7.2-4v4"/>`,
  offline: svg`<path d="M4 4l16 16M8.6 12.7a5.6 5.6 0 0 1 2.5-1.4m4.3 1.4-.6-.5M5.6 9.6a10 10 0 0 1 3-1.9m3-.7a10 10 0 0 1 6.8 2.6"/><path d="M12 17.2h.01"/>`,
} as const satisfies Record<string, Shape>;
