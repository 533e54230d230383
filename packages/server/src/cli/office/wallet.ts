import { writeLine } from "../events.js";
import { withOffice } from "./open-office.js";
import { findViewer, type ViewerOptions } from "./viewer.js";

/** `wallet`: a viewer's coins, rights and newest journals. @throws ConfigurationError */
export async function wallet(subject: string, { data, issuer }: ViewerOptions): Promise<void> {
  await withOffice(data, async (office) => {
    const { keys: _, ...rows } = await office.ledger(await findViewer(office, issuer, subject));
    writeLine({ viewer: { issuer, subject }, ...rows });
  });
}
