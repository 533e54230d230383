import { fromRoot } from "../../lib/paths.mjs";
import { openDriver } from "../../test/journey/drivers/open-driver.mjs";
import { composeDocument } from "../browser/documents.mjs";
import { servePlain } from "../engines/serve-plain.mjs";
import { median } from "../figures/statistics.mjs";
import { wait } from "./common.mjs";

const SETTLE_MS = 3000;
const DWELL_MS = 1200;
const KEY = "ArrowDown";

/**
 * The swipe in Gecko or WebKit, by key, without limits of network and processor. There is no screencast, so the page
 * reads its own film; what a cover hides is not known here.
 */
export const swipeElsewhere = {
  name: "swipe-elsewhere",
  title: "swipe in another engine",
  kind: "feed",
  async measure(harness, { contender, options }) {
    const server = await servePlain((origin) => composePlain(origin, { contender, media: harness.media }));
    const driver = await openDriver(options.engine);
    try {
      await driver.goto(`${server.origin}/`);
      await driver.waitFor(() => window.benchProbe?.episode === 1, [], {
        what: "a frame of the first episode",
      });
      // Keys are the player's while the focus is inside it.
      await driver.evaluate(focusFilm);
      await wait(SETTLE_MS);
      for (let swipe = 1; swipe <= options.swipes; swipe += 1) {
        await driver.key(KEY);
        const hasMoved = (count) => window.benchProbe.moves.length === count;
        await driver.waitFor(hasMoved, [swipe], { what: `the frame after key ${swipe}` });
        await wait(DWELL_MS);
      }
      const moves = await driver.evaluate(() => window.benchProbe.moves);
      return { moveMs: median(moves), worstMoveMs: Math.max(...moves), everyMoveMs: moves };
    } finally {
      await driver.close();
      server.close();
    }
  },
};

/** Runs inside the page: the focus goes to what takes it in the middle of the screen. */
function focusFilm() {
  let hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  while (hit?.shadowRoot?.elementFromPoint(innerWidth / 2, innerHeight / 2)) {
    const inner = hit.shadowRoot.elementFromPoint(innerWidth / 2, innerHeight / 2);
    if (inner === hit) break;
    hit = inner;
  }
  hit?.closest("[tabindex]")?.focus();
}

async function composePlain(origin, { contender, media }) {
  const origins = { page: origin, scripts: `${origin}/scripts`, media: origin };
  const kind = "feed";
  const {
    head,
    body,
    files = {},
  } = await contender.page({ origins, media: atFolder(media), scenario: { kind } });
  const scripts = Object.entries(files).map(([path, file]) => [`/scripts${path}`, file]);
  const probe = '<script type="module" src="/probe/swipe-probe.mjs"></script>';
  return {
    document: composeDocument({ head: head + probe, body }, kind),
    files: {
      ...Object.fromEntries(scripts),
      "/probe/pattern/": fromRoot("scripts/bench/pattern"),
      "/probe/": fromRoot("scripts/bench/engines"),
      "/media/": media.folder,
    },
  };
}

/** Paths begin at the origin, and here the films do not. */
function atFolder(media) {
  return JSON.parse(JSON.stringify(media), (_, value) =>
    typeof value === "string" && /^\/e\d\d\//.test(value) ? `/media${value}` : value,
  );
}
