import type { Reply } from "./client.js";
import type { History, Keyed } from "./history.js";

/** Answers that end a keyed request: granted or added, too few coins, another price or too early, offer gone. */
const ENDS = [200, 402, 409, 410];
/** The platform's policy says no: ends it too. No other 403 does. */
const CAPPED = "limit-reached";

/** Whether an answer ends nothing: the same key is sent again. */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 401;
}

/** The first answer that ends a keyed request is remembered; every later one has to say the same, or is a fault. */
export function noteAnswer(history: History, keyed: Keyed, reply: Reply): void {
  if (!reply || isPassing(reply.status) || reply.body.code === "in-progress") return;
  const { charged, already, receipt, items, code } = reply.body as {
    charged?: { amount: number } | null;
    already?: boolean;
    receipt?: { id: string; at: string };
    code?: string;
    items?: readonly { state: string }[];
  };
  const end = {
    status: reply.status,
    charged: charged?.amount ?? 0,
    already: already === true,
    ...(receipt ? { receipt: receipt.id, at: receipt.at } : {}),
    ...(reply.status === 200 || code === undefined ? {} : { problem: code }),
  };
  keyed.end ??= end;
  const { key, offer } = keyed;
  if (!ENDS.includes(reply.status) && code !== CAPPED)
    history.faults.push(`${offer} ${key} was answered with ${reply.status} ${String(code)}`);
  if (JSON.stringify(keyed.end) !== JSON.stringify(end))
    history.faults.push(
      `${offer} ${key} was answered in two ways: ${JSON.stringify(keyed.end)} and ${JSON.stringify(end)}`,
    );
  if (!reply.isReplay && items?.some(({ state }) => state !== "granted"))
    history.faults.push(`${offer} ${key} was charged and not granted in the same answer`);
}
