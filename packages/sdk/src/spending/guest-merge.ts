import { toEntitlementError } from "../failure.js";
import { retry } from "../waiting.js";
import type { SpendingCore } from "./spending-core.js";

/** How a merge ended. After `failed` the guest is still there, and a later try goes on where this one stopped. */
export type MergeEnd = "merged" | "nothing" | "failed";

/** Somebody is waiting for the first check. */
const TRIES = 2;

/** Moves what the guest of this browser owns to the viewer who signed in. Never rejects. */
export async function mergeGuest(core: SpendingCore): Promise<MergeEnd> {
  const { adapter, platform, store, log } = core;
  const signal = core.viewerSignal();
  try {
    const result = await retry(platform, { tries: TRIES, signal }, async (attempt) =>
      adapter.mergeGuest?.({ cause: "viewer", attempt, signal }),
    );
    if (signal.aborted) return "failed";
    if (result?.outcome !== "merged") return "nothing";
    store.setWallet(result.wallet);
    store.setAccount({ merged: result });
    return "merged";
  } catch (error) {
    log("warn", `the guest was not merged: ${toEntitlementError(error).message}`);
    return "failed";
  }
}
