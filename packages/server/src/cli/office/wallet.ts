import { writeLine } from "../events.js";
import { withOffice } from "./open-office.js";
import { findViewer, type ViewerOptions } from "./viewer.js";

/** `wallet`: a viewer's coins, rights and newest journals. @throws ConfigurationError */
export async function wallet(subject: string, { data, issuer }: ViewerOptions): Promise<void> {
  await withOffice(data, async (office) => {
    const { keys: _, journals, ...rows } = await office.ledger(await findViewer(office, issuer, subject));
    // What stands in `ref` of a purchase is its key, the viewer's own secret.
    const receipts = journals.map(({ ref: _key, ...journal }) => journal);
    writeLine({ viewer: { issuer, subject }, ...rows, journals: receipts });
  });
}
