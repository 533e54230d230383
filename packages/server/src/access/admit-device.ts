import type { Viewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";

/** A log-in that was given no media for this long plays no more: media ends after ten minutes at the earliest. */
const DEVICE_WINDOW_MS = 600_000;

/**
 * Tells whether a viewer may play here beside the log-ins that play already, and takes the place. Always true where the
 * platform set no limit.
 */
export async function admitDevice(
  { policy, store, now }: Pick<Platform, "policy" | "store" | "now">,
  { key, session = "" }: Pick<Viewer, "key" | "session">,
): Promise<boolean> {
  if (policy.maxDevices === undefined) return true;
  const at = now();
  return store.admit(key, {
    session,
    at: new Date(at).toISOString(),
    since: new Date(at - DEVICE_WINDOW_MS).toISOString(),
    most: policy.maxDevices,
  });
}
