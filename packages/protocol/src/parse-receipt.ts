import type { Receipt, ReceiptPage } from "./access.js";
import { count, iso, type Read, text } from "./parse/field.js";
import { listOf, record, word } from "./parse/shape.js";
import { ref } from "./parse-access.js";
import { price } from "./parse-offer.js";

/** Reads a receipt. */
export const receipt: Read<Receipt> = record(
  { id: text, at: iso, charged: price },
  {
    kind: word(["unlock", "topup", "refund", "gift", "other"], "other"),
    refs: listOf(ref),
    spent: record({ paid: count, bonus: count }),
    reverses: text,
  },
);

/** Reads a page of the purchase history. */
export const receiptPage: Read<ReceiptPage> = record({ receipts: listOf(receipt) }, { next: text });

/** Reads a receipt. */
export function parseReceipt(value: unknown, path = "$"): Receipt {
  return receipt(value, path);
}

/** Reads a page of the purchase history. @throws ParseError */
export function parseReceiptPage(value: unknown): ReceiptPage {
  return receiptPage(value, "$");
}
