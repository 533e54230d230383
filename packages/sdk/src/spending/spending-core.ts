import type { Core } from "../core.js";
import type { GuardedSpending } from "./guarded-spending.js";
import type { UnlockJournal } from "./unlock-journal.js";

/** What the parts share that only a purchase needs. Made once by `createSpending`. */
export interface SpendingCore extends Omit<Core, "adapter"> {
  readonly adapter: GuardedSpending;
  readonly journal: UnlockJournal;
}
