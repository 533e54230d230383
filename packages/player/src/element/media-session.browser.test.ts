import { equal } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

describe("what the system shows of a film", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  it("is the episode's name and picture, with buttons that stop at a lock", async () => {
    const handlers = new Map<string, unknown>();
    const { setActionHandler } = MediaSession.prototype;
    MediaSession.prototype.setActionHandler = (action, handler) => void handlers.set(action, handler);
    try {
      mounted = await mount({
        attributes: { mode: "page", muted: "", autoplay: "" },
        manifest: (server) => ({ ...manifestOf(server), poster: "https://media.example/poster.webp" }),
      });
      await mounted.until(() => navigator.mediaSession.metadata?.title === "One", "says nothing");
      equal(navigator.mediaSession.metadata?.artist, "The Series");
      equal(
        navigator.mediaSession.metadata?.artwork.map(({ src }) => src),
        ["https://media.example/poster.webp"],
      );
      equal(handlers.get("nexttrack"), null);
      equal(handlers.get("previoustrack"), null);
      (handlers.get("pause") as () => void)();
      await mounted.until(({ stage }) => stage === "paused", "does not pause");
      mounted.remove();
      await mounted.until(() => navigator.mediaSession.metadata === null, "stays on the lock screen");
    } finally {
      MediaSession.prototype.setActionHandler = setActionHandler;
    }
  });
});
