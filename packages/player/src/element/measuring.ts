import type { Entry } from "../measure/index.js";
import type { Session } from "./session.js";

/**
 * Measures what viewers get, and tells pages (`drama-first-frame`, `drama-progress`). The code that does it comes
 * after the first frame; until then what happens is only written down, with its time.
 *
 * @param session the player
 */
export function measure(session: Session): void {
  const waiting: Entry[] = [];
  let write = (entry: Entry): void => {
    waiting.push(entry);
  };
  let isFetching = false;
  const fetchMeter = (): void => {
    isFetching = true;
    import("../measure/index.js").then(
      ({ createMeter }) => {
        write = createMeter(session);
        waiting.splice(0).forEach(write);
      },
      () => {
        // Nothing that plays depends on figures: there are none.
        write = () => undefined;
        waiting.length = 0;
      },
    );
  };

  session.subscribe((model, previous) => write({ at: performance.now(), model, previous }));
  session.pool.subscribe((fact) => {
    write({ at: performance.now(), fact });
    if (fact.type === "first-frame" && !isFetching) fetchMeter();
  });
}
