import { svg } from "lit";
import type { Shape } from "./icons.js";

/** The icons of the sheets: lock, lists, end card. */
export const sheetIcons = {
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  lock: svg`<rect x="5" y="10.6" width="14" height="9.6" rx="2.4"/><path d="M8.2 10.6V7.8a3.8 3.8 0 0 1 7.6 0v2.8M12 14.4v2.2"/>`,
  unlock: svg`<rect x="5" y="10.6" width="14" height="9.6" rx="2.4"/><path d="M8.2 10.6V7.8a3.8 3.8 0 0 1 7.4-1.3"/>`,
  check: svg`<path d="m5.2 12.6 4.5 4.5 9.1-9.6"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 7.4V12l3 2.2"/>`,
  coin: svg`<circle cx="12" cy="12" r="8.4"/><path d="M12 7.8 16.2 12 12 16.2 7.8 12Z"/>`,
  stack: svg`<rect x="7" y="3.6" width="10" height="16.8" rx="2.2"/><path d="M3.6 7v10M20.4 7v10"/>`,
  gift: svg`<rect x="4.4" y="10.6" width="15.2" height="9.6" rx="1.8"/><path d="M3.4 7.6h17.2v3H3.4Zm8.6 0v12.6M12 7.6S11 3.4 8.4 3.8c-2.4.5-1.4 3.8 3.6 3.8Zm0 0s1-4.2 3.6-3.8c2.4.5 1.4 3.8-3.6 3.8Z"/>`,
  person: svg`<circle cx="12" cy="8.2" r="3.8"/><path d="M4.8 20a7.2 7.2 0 0 1 14.4 0"/>`,
} as const satisfies Record<string, Shape>;
