import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

/** The drawing of an icon: 24 × 24, in the text colour. */
export type Shape = SVGTemplateResult;

/** The icons that are there from the beginning; those of the controls and of the sheets come with them. */
export const signs = {
  play: svg`<path d="M8 5.1v13.8c0 .8.9 1.3 1.6.8l10.3-6.9a1 1 0 0 0 0-1.6L9.6 4.3A1 1 0 0 0 8 5.1Z" fill="currentColor" stroke="none"/>`,
  alert: svg`<circle cx="12" cy="12" r="8.4"/><path d="M12 7.6v5.2m0 3.2h.01"/>`,
  replay: svg`<path d="M4.6 12a7.4 7.4 0 1 0 2.5-5.6L4.6 8.6"/><path d="M4.4 4.4v4.4h4.4"/>`,
} as const satisfies Record<string, Shape>;

/** An icon. Always decoration: its button carries the name. */
export function icon(shape: Shape): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
}
