import { writeLine } from "../events.js";
import { ConfigurationError } from "../exit.js";
import { withOffice } from "./open-office.js";

/** Options of `refund`. */
export interface RefundOptions {
  readonly data: string;
  readonly episodes?: readonly string[];
  readonly note?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `refund`: gives a purchase back, or takes a top-up back. Repeating it changes nothing.
 *
 * @throws ConfigurationError for a receipt that is none
 */
export async function refund(receipt: string, { data, episodes, note }: RefundOptions): Promise<void> {
  if (!UUID.test(receipt)) throw new ConfigurationError("receipt", `'${receipt}' is no receipt's id`);
  await withOffice(data, async (office) => {
    const viewer = await office.findBuyer(receipt);
    const outcome =
      viewer === undefined
        ? undefined
        : await office.refund(viewer, {
            receipt,
            at: new Date().toISOString(),
            ...(episodes ? { episodes } : {}),
            ...(note === undefined ? {} : { note }),
          });
    if (outcome?.outcome !== "refunded")
      throw new ConfigurationError("receipt", `${receipt} is no purchase and no top-up of this ledger`);
    writeLine({ ...outcome, reverses: receipt });
  });
}
