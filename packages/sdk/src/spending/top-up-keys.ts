import type { Core } from "../core.js";
import { createUuid } from "../uuid.js";
import { isKept, UUID } from "./unlock-journal.js";

/** Keys of top-ups that have no final answer, kept across reloads: coins are paid for once. */
export interface TopUpKeys {
  /** The key of the top-up that is open, or a new one, written down before anything is sent. */
  keyFor(offerId: string): string;
  /** Its end is known. */
  end(offerId: string): void;
}

/** Keys in the viewer's part of the storage. */
export function createTopUpKeys({ storageOf, now }: Pick<Core, "storageOf" | "now">): TopUpKeys {
  const storage = storageOf("topup:");
  return {
    keyFor(offerId) {
      const [known = "", at] = (storage.get(offerId) ?? "").split(" ");
      if (UUID.test(known) && isKept(Number(at), now())) return known;
      const key = createUuid();
      storage.set(offerId, `${key} ${now()}`);
      return key;
    },
    end: (offerId) => storage.remove(offerId),
  };
}
