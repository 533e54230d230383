import type { EntitlementAdapter, KeyValueStorage } from "@micro-drama/protocol";
import { createEntitlements } from "../create-entitlements.js";
import type { Entitlements, EntitlementsOptions } from "../entitlements.js";
import { createMemoryStorage } from "../storage.js";
import { EPOCH } from "./fake-backend.js";
import { createFakePlatform, type FakePlatform } from "./fake-platform.js";

/** One page view: the SDK under test on surroundings that a test controls. */
export interface Visit {
  readonly entitlements: Entitlements;
  readonly platform: FakePlatform;
  readonly storage: KeyValueStorage;
  /** What was logged, level and message. */
  readonly logged: string[];
}

// Loaded before any test, so that a press takes no longer than promises take.
await import("../spending/index.js");

/** Opens a page. Pass the `storage` and `platform` of an earlier visit for a reload or a second tab. */
export function openVisit(adapter: EntitlementAdapter, options: Partial<EntitlementsOptions> = {}): Visit {
  const platform = (options.platform as FakePlatform | undefined) ?? createFakePlatform();
  const storage = options.storage ?? createMemoryStorage();
  const logged: string[] = [];
  const now = () => EPOCH + platform.monotonicNow();
  const log = (level: string, message: string) => void logged.push(`${level} ${message}`);
  const entitlements = createEntitlements({ now, log, ...options, adapter, storage, platform });
  return { entitlements, platform, storage, logged };
}
