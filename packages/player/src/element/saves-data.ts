/** What the Network Information API says, where there is one (Chromium). */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** True for a viewer who pays for every byte, or whose network has none to spare: nothing is loaded for later. */
export function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: Connection };
  if (connection?.saveData || connection?.effectiveType?.includes("2g")) return true;
  return matchMedia("(prefers-reduced-data: reduce)").matches;
}
