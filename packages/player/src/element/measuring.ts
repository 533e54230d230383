import type { Entry } from "../measure/index.js";
import type { Session } from "./session.js";

/**
 * Measures what viewers get, and tells pages (`drama-first-frame`, `drama-progress`). The code that does it comes
 * after the first frame; until then what happens is only written down, with its time.
 *
 * @param session the player
 */
export function measure(session: Session): void {
  /** Written and not read yet: a page's handler may make more happen while an entry is read. */
  const unread: Entry[] = [];
  let read: ((entry: Entry) => void) | undefined;
  let isFetching = false;

  const readAll = (): void => {
    for (let entry = unread[0]; entry; entry = unread[0]) {
      try {
        read?.(entry);
      } finally {
        unread.shift();
      }
    }
  };
  const write = (entry: Entry): void => {
    unread.push(entry);
    if (read && unread.length === 1) readAll();
  };
  const fetchMeter = async (): Promise<void> => {
    isFetching = true;
    try {
      read = (await import("../measure/index.js")).createMeter(session);
    } catch {
      // Nothing that plays depends on figures: there are none.
      read = () => undefined;
    }
    readAll();
  };

  session.subscribe((model, previous) => write({ at: performance.now(), model, previous }));
  session.pool.subscribe((fact) => {
    write({ at: performance.now(), fact });
    if (fact.type === "first-frame" && !isFetching) void fetchMeter();
  });
}
