import type { Reply } from "./client.js";
import { findMerge, type History } from "./history.js";
import { isPassing } from "./note-answer.js";
import type { Guest } from "./schedule.js";

/** Merges a guest with the account, once however often it is sent: every answer has to say the same. */
export async function signIn(
  history: History,
  { who, moment }: { readonly who: Guest; readonly moment: number },
  send: () => Promise<Reply>,
): Promise<void> {
  const known = findMerge(history, who);
  const merge = known ?? { who, moment, moved: 0, refunded: 0 };
  if (!known) history.merges.push(merge);
  const reply = await send();
  if (!reply || isPassing(reply.status)) return;
  if (reply.status !== 200) {
    history.faults.push(`the merge of ${who} was refused: ${reply.status} ${String(reply.body.code)}`);
    return;
  }
  const { episodes, refunded } = reply.body as { episodes: number; refunded: { amount: number } | null };
  const coins = refunded?.amount ?? 0;
  if (merge.doneIn !== undefined && (merge.moved !== episodes || merge.refunded !== coins))
    history.faults.push(`the merge of ${who} was answered in two ways`);
  merge.doneIn ??= moment;
  merge.moved = episodes;
  merge.refunded = coins;
}
