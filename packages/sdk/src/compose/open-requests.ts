import type { KeyValueStorage, UnlockRequest } from "@micro-drama/protocol";
import { parseUnlockRequest } from "@micro-drama/protocol";
import { type Part, readMark } from "./part.js";

/** Remembers, also across a reload, which adapter a key was given to. */
export interface OpenRequests {
  begin(key: string, request: UnlockRequest): void;
  find(key: string): { readonly part: Part; readonly request: UnlockRequest } | undefined;
  end(key: string): void;
}

/** Open requests in the adapter's own storage; written with a purchase, gone with its answer. */
export function createOpenRequests(parts: readonly Part[], storage: () => KeyValueStorage): OpenRequests {
  return {
    begin: (key, request) => void storage().set(key, JSON.stringify(request)),
    find(key) {
      try {
        const request = parseUnlockRequest(JSON.parse(storage().get(key) ?? ""));
        const [part] = readMark(parts, request.offerId);
        return part && { part, request };
      } catch {
        return undefined;
      }
    },
    end: (key) => storage().remove(key),
  };
}
