import { FIRST_FRAME_WAIT_MS } from "../core/view-state.js";
import type { ViewContext } from "./view-context.js";

/** After a failure the chunk is asked for again with the first render after this pause, in milliseconds. */
const RETRY_MS = 4000;

/** Views in a chunk of their own, fetched when they are needed for the first time. */
export interface LazyChunk<Views> {
  /** Fetches the chunk; false when that failed. May be called ahead of time, and again after a failure. */
  load(): Promise<boolean>;
  /**
   * What `show` makes of the views. Until the chunk has come `standIn` is shown, which is given a way to ask for it
   * again once it could not be had; the player is drawn anew when that changes.
   */
  render(
    context: ViewContext,
    show: (views: Views) => unknown,
    standIn?: (retry: (() => void) | undefined) => unknown,
  ): unknown;
}

/**
 * @param importViews the dynamic import
 * @param mayWait true while the first frame is on its way: the chunk would take network and time from it
 */
export function createLazyChunk<Views>(
  importViews: () => Promise<Views>,
  mayWait: (context: ViewContext) => boolean = () => false,
): LazyChunk<Views> {
  let isWaiting = false;
  let views: Views | undefined;
  let loading: Promise<boolean> | undefined;
  let failedAt = 0;

  const load = (): Promise<boolean> => {
    loading ??= importViews().then(
      (module) => {
        views = module;
        return true;
      },
      () => {
        failedAt = Date.now();
        loading = undefined;
        return false;
      },
    );
    return loading;
  };

  return {
    load,
    render(context, show, standIn) {
      const { redraw } = context;
      if (views) return show(views);
      const fetch = (): void => {
        void load().then(redraw);
      };
      if (!mayWait(context)) {
        if (Date.now() - failedAt > RETRY_MS) fetch();
      } else if (!isWaiting) {
        isWaiting = true;
        setTimeout(fetch, FIRST_FRAME_WAIT_MS);
      }
      return standIn?.(failedAt > 0 ? fetch : undefined);
    },
  };
}
