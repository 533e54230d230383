import { PROFILES } from "../network/profiles.mjs";
import { findMoving, findStalls } from "../screen/film-time.mjs";
import { durationOf, firstFrameOf, movingFrameOf, wait } from "./common.mjs";

/** Chromium counts its pictures at screen refreshes: two frames seen are movement. */
const MOVING_LIMIT_MS = 20_000;

/** Navigation to the first frame with a cold cache; with `holdMs`, the stalls after it too. */
export const start = {
  name: "start",
  title: "navigation → first frame",
  kind: "first-frame",
  async measure(harness, { options, ...setting }) {
    return harness.run(setting, async (run) => {
      const first = await firstFrameOf(run);
      const figures = {
        firstFrameMs: first.at - run.navigatedAt,
        ...posterTime(run),
        scriptBytesBeforeFrame: scriptBytes(run, first.at),
      };
      if (!options.holdMs) return figures;
      return { ...figures, ...(await holdAndCountStalls(run, { first, options, profile: setting.profile })) };
    });
  },
};

function posterTime({ screen, navigatedAt }) {
  const picture = screen.sightings.find(({ episode }) => episode !== undefined);
  return picture ? { anyPictureMs: picture.at - navigatedAt } : {};
}

/** What had arrived from the scripts' origin by then, compressed. */
function scriptBytes({ deliveries }, until) {
  return deliveries
    .filter(({ origin, at }) => origin === "scripts" && at <= until)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

async function holdAndCountStalls(run, { first, options, profile }) {
  const moving = await movingFrameOf(run, { episode: 1, after: first.at, limitMs: MOVING_LIMIT_MS });
  if (!moving) run.fail("showed a frame that never moved");
  await wait(Math.max(0, run.navigatedAt + options.holdMs - Date.now()));
  const { count, totalMs, spans } = findStalls(run.screen.sightings, {
    episode: 1,
    from: moving.at,
    until: run.navigatedAt + options.holdMs,
    durationSeconds: durationOf(run, 1),
  });
  // Who begins late has less time to stall: what a viewer waited is both together.
  const waitedMs = first.at - run.navigatedAt + totalMs;
  return {
    stallMs: totalMs,
    stallCount: count,
    waitedMs,
    ...recovery(run, { spans, gaps: PROFILES[profile].gaps }),
  };
}

/** From the network's return to the picture's, for a film that stood still by then; 0 if it went on all the time. */
function recovery({ navigatedAt, screen }, { spans, gaps }) {
  if (!gaps) return {};
  const returnedAt = navigatedAt + gaps.firstMs + gaps.lengthMs;
  const hit = spans.find(({ from, to }) => from <= returnedAt && to >= returnedAt);
  if (!hit) return { recoveryMs: 0 };
  const moving = findMoving(screen.sightings, { episode: 1, after: returnedAt });
  return { recoveryMs: (moving?.at ?? hit.to) - returnedAt };
}
