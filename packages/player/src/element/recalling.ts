import type { Recalled } from "../remember/recall.js";
import type { StorageChoice } from "../remember/storage-port.js";
import type { Session } from "./session.js";

/** What is known of the viewer, or nothing; the code for it comes only where there may be something to know. */
export function recalling(
  session: Session,
  storage: StorageChoice,
): Promise<Recalled | undefined> | undefined {
  if (!storage && !/[?&](episode|t)=/.test(location.search)) return undefined;
  return import("../remember/index.js").then(
    ({ recall }) => recall(session, storage),
    () => undefined,
  );
}
