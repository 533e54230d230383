import { createFailure } from "../media-failure.js";
import type { Engine, EngineContext } from "./engine.js";

type Wish = "load" | "fill" | "warm" | "rest";

/**
 * The browser's own player for a file, whose code comes when the first file does: most series are HLS, and
 * the script before the first frame stays small. What is asked meanwhile is remembered; the last wish counts.
 */
export function createLazySourceEngine(context: EngineContext): Engine {
  let wish: Wish = "rest";
  let isReleased = false;
  let isFetching = false;
  let engine: Engine | undefined;

  const fetchEngine = (): void => {
    if (isFetching) return;
    isFetching = true;
    import("./source-engine.js").then(
      ({ createSourceEngine }) => {
        if (isReleased) return;
        engine = createSourceEngine(context);
        engine[wish]();
      },
      () => {
        if (!isReleased) context.report({ type: "failed", failure: createFailure("engine-unavailable") });
      },
    );
  };
  const pursue = (next: Wish): void => {
    wish = next;
    if (engine) engine[next]();
    else if (next !== "rest") fetchEngine();
  };

  return {
    load: () => pursue("load"),
    fill: () => pursue("fill"),
    warm: () => pursue("warm"),
    rest: () => pursue("rest"),
    park: () => engine?.park() ?? false,
    release() {
      isReleased = true;
      engine?.release();
    },
  };
}
