import { readScreen } from "../pattern/read.mjs";
import { decodePng } from "./png.mjs";

/** Half a phone: enough for the code in the picture, and cheap to send. */
const SIZE = { maxWidth: 195, maxHeight: 422 };

/**
 * @typedef {object} Sighting one picture that the compositor put on the screen
 * @property {number} at milliseconds since 1970
 * @property {number} [episode] absent: no film and no poster was wholly visible
 * @property {number} [frame]
 * @property {boolean} [isPoster]
 * @property {number} [top] where the picture lies, as a share of the screen's height
 */

/**
 * Watches the screen through the compositor's own pictures (`Page.startScreencast`): what counts is what was shown,
 * whatever a page says of itself. Chromium sends a picture whenever something on the screen changed.
 *
 * @param {import("playwright-core").CDPSession} devtools
 */
export async function watchScreen(devtools) {
  /** @type {Sighting[]} */
  const sightings = [];
  const watchers = new Set();
  const onFrame = ({ data, metadata, sessionId }) => {
    devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
    const seen = readScreen(decodePng(Buffer.from(data, "base64")));
    const sighting = { at: metadata.timestamp * 1000, ...seen };
    sightings.push(sighting);
    for (const watcher of watchers) watcher(sighting);
  };
  devtools.on("Page.screencastFrame", onFrame);
  await devtools.send("Page.startScreencast", { format: "png", ...SIZE, everyNthFrame: 1 });

  return {
    sightings,
    /**
     * Waits for a picture, from now on.
     *
     * @param {(sighting: Sighting) => boolean} isWanted
     * @param {number} timeoutMs
     * @returns {Promise<Sighting | undefined>} undefined when the time is over
     */
    waitFor(isWanted, timeoutMs) {
      return new Promise((done) => {
        const end = (sighting) => {
          watchers.delete(watcher);
          clearTimeout(timer);
          done(sighting);
        };
        const watcher = (sighting) => isWanted(sighting) && end(sighting);
        const timer = setTimeout(end, timeoutMs);
        watchers.add(watcher);
      });
    },
    async stop() {
      devtools.off("Page.screencastFrame", onFrame);
      await devtools.send("Page.stopScreencast").catch(() => {});
    },
  };
}
