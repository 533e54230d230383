import { selectMissingFeatures } from "./browser-floor.js";
import { MicroDramaElement } from "./micro-drama-element.js";

/** The name of the element. */
export const TAG_NAME = "micro-drama";

/**
 * Registers `<micro-drama>`. Twice is harmless: the first definition on a page wins, and another version says so.
 * Where the browser is too old it says what is missing, and the links inside the element stay usable.
 * Does nothing on a server.
 */
export function defineMicroDrama(): void {
  // Not `customElements`: Lit brings a stand-in for it to servers.
  if (typeof document === "undefined") return;
  const missing = selectMissingFeatures();
  if (missing.length > 0) {
    console.warn(
      `<micro-drama> needs ${missing.join(", ")}: Chrome or Edge 114, Firefox 125, Safari 17 or later. Its links still work.`,
    );
    return;
  }
  const defined = customElements.get(TAG_NAME) as { version?: string } | undefined;
  if (!defined) customElements.define(TAG_NAME, MicroDramaElement);
  else if (defined !== MicroDramaElement && defined.version !== MicroDramaElement.version) {
    console.warn(
      `<micro-drama> ${defined.version ?? "unknown"} is on this page already and stays; ${MicroDramaElement.version} came too.`,
    );
  }
}
