import { nothing, type TemplateResult } from "lit";
import type { ViewContext } from "./view-context.js";

/** What lies over the film and takes the focus: gate, episode list, captions menu, end card. */
export function renderOverlay(_context: ViewContext): TemplateResult | typeof nothing {
  return nothing;
}
