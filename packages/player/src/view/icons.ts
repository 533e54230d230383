import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

/** The player's own icon set: 24 × 24, drawn with the text colour. */
const SHAPES = {
  play: svg`<path d="M8 5.1v13.8c0 .8.9 1.3 1.6.8l10.3-6.9a1 1 0 0 0 0-1.6L9.6 4.3A1 1 0 0 0 8 5.1Z" fill="currentColor" stroke="none"/>`,
  pause: svg`<path d="M7 4.5h2.6a.9.9 0 0 1 .9.9v13.2a.9.9 0 0 1-.9.9H7a.9.9 0 0 1-.9-.9V5.4c0-.5.4-.9.9-.9Zm7.4 0H17c.5 0 .9.4.9.9v13.2a.9.9 0 0 1-.9.9h-2.6a.9.9 0 0 1-.9-.9V5.4c0-.5.4-.9.9-.9Z" fill="currentColor" stroke="none"/>`,
  sound: svg`<path d="M4 9.5v5h3.3L12 18.6V5.4L7.3 9.5H4Z"/><path d="M15.4 9a4.2 4.2 0 0 1 0 6M17.8 6.4a8 8 0 0 1 0 11.2"/>`,
  muted: svg`<path d="M4 9.5v5h3.3L12 18.6V5.4L7.3 9.5H4Z"/><path d="m16 9.8 4.6 4.6m0-4.6L16 14.4"/>`,
  captions: svg`<rect x="3" y="5.2" width="18" height="13.6" rx="2.6"/><path d="M10.6 10.4a2.3 2.3 0 1 0 0 3.2m6.4-3.2a2.3 2.3 0 1 0 0 3.2"/>`,
  episodes: svg`<rect x="4" y="4" width="6.6" height="6.6" rx="1.5"/><rect x="13.4" y="4" width="6.6" height="6.6" rx="1.5"/><rect x="4" y="13.4" width="6.6" height="6.6" rx="1.5"/><rect x="13.4" y="13.4" width="6.6" height="6.6" rx="1.5"/>`,
  share: svg`<path d="M12 14.6V3.8m0 0L8 7.7m4-3.9 4 3.9"/><path d="M7.4 11H6.6A1.6 1.6 0 0 0 5 12.6v5.8A1.6 1.6 0 0 0 6.6 20h10.8a1.6 1.6 0 0 0 1.6-1.6v-5.8a1.6 1.6 0 0 0-1.6-1.6h-.8"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  back: svg`<path d="M14.6 5.2 7.8 12l6.8 6.8"/>`,
  up: svg`<path d="m5.4 14.8 6.6-6.6 6.6 6.6"/>`,
  down: svg`<path d="m5.4 9.2 6.6 6.6 6.6-6.6"/>`,
  lock: svg`<rect x="5" y="10.6" width="14" height="9.6" rx="2.4"/><path d="M8.2 10.6V7.8a3.8 3.8 0 0 1 7.6 0v2.8M12 14.4v2.2"/>`,
  unlock: svg`<rect x="5" y="10.6" width="14" height="9.6" rx="2.4"/><path d="M8.2 10.6V7.8a3.8 3.8 0 0 1 7.4-1.3"/>`,
  check: svg`<path d="m5.2 12.6 4.5 4.5 9.1-9.6"/>`,
  replay: svg`<path d="M4.6 12a7.4 7.4 0 1 0 2.5-5.6L4.6 8.6"/><path d="M4.4 4.4v4.4h4.4"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 7.4V12l3 2.2"/>`,
  calendar: svg`<rect x="4" y="5.4" width="16" height="14.6" rx="2.4"/><path d="M4 10h16M8.4 3.4v4m7.2-4v4"/>`,
  offline: svg`<path d="M4 4l16 16M8.6 12.7a5.6 5.6 0 0 1 2.5-1.4m4.3 1.4-.6-.5M5.6 9.6a10 10 0 0 1 3-1.9m3-.7a10 10 0 0 1 6.8 2.6"/><path d="M12 17.2h.01"/>`,
  alert: svg`<circle cx="12" cy="12" r="8.4"/><path d="M12 7.6v5.2m0 3.2h.01"/>`,
  coin: svg`<circle cx="12" cy="12" r="8.4"/><path d="M12 7.8 16.2 12 12 16.2 7.8 12Z"/>`,
  stack: svg`<rect x="7" y="3.6" width="10" height="16.8" rx="2.2"/><path d="M3.6 7v10M20.4 7v10"/>`,
  gift: svg`<rect x="4.4" y="10.6" width="15.2" height="9.6" rx="1.8"/><path d="M3.4 7.6h17.2v3H3.4Zm8.6 0v12.6M12 7.6S11 3.4 8.4 3.8c-2.4.5-1.4 3.8 3.6 3.8Zm0 0s1-4.2 3.6-3.8c2.4.5 1.4 3.8-3.6 3.8Z"/>`,
  person: svg`<circle cx="12" cy="8.2" r="3.8"/><path d="M4.8 20a7.2 7.2 0 0 1 14.4 0"/>`,
} as const satisfies Record<string, SVGTemplateResult>;

/** The names of the icons. */
export type IconName = keyof typeof SHAPES;

/** An icon. Always decoration: its button carries the name. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
