import { wishBy } from "../core/wish.js";
import type { Session } from "./session.js";

/** A page that forgets to end its break does not keep the viewer; in milliseconds. */
export const LONGEST_BREAK_MS = 90_000;

/** Plays the active episode when the page is done, whatever came of it; unless the viewer went elsewhere meanwhile. */
export async function takeBreak(session: Session, pending: Promise<unknown>): Promise<void> {
  const { key } = session.model.media;
  const isElsewhere = (): boolean => session.model.media.key !== key || session.model.mode === "inline";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_BREAK_MS);
  });
  await Promise.race([pending, deadline]).catch(() => undefined);
  clearTimeout(timer);
  if (isElsewhere() || session.model.wantsPlay) return;
  session.commit({ wantsPlay: true, wish: wishBy("auto") });
  session.pool.play();
}
