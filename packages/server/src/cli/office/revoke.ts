import { writeLine } from "../events.js";
import { withOffice } from "./open-office.js";
import { findViewer, type ViewerOptions } from "./viewer.js";

/** Options of `revoke`. */
export interface RevokeOptions extends ViewerOptions {
  readonly series: string;
  readonly episodes?: readonly string[];
  readonly note?: string;
}

/** `revoke`: ends a viewer's rights without giving coins back. @throws ConfigurationError */
export async function revoke(
  subject: string,
  { data, issuer, series, episodes, note }: RevokeOptions,
): Promise<void> {
  await withOffice(data, async (office) => {
    const viewer = await findViewer(office, issuer, subject);
    const order = { series, ...(episodes ? { episodes } : {}), ...(note === undefined ? {} : { note }) };
    writeLine(await office.revoke(viewer, { ...order, at: new Date().toISOString() }));
  });
}
