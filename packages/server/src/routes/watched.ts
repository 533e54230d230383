import { findEpisode } from "../access/describe-access.js";
import { maxWatchedSeconds } from "../delivery/issue-playback.js";
import { readObject, readText, readWhole } from "../fields.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { findSeries } from "./respond.js";

/**
 * `POST /series/:series/episodes/:episode/watched` with `{session, expiresAt, seconds}`: how much of a playback was
 * watched so far. Only the viewer to whom the session was given can say so, and never more than has passed since.
 */
export function watchedRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const catalogue = findSeries(platform, call, call.params.series ?? "");
    const viewer = await requireViewer(authenticate, call);
    const body = readObject(await readJsonBody(call.request), "$");
    const session = readText(body.session, "$.session");
    const expiresAt = Date.parse(readText(body.expiresAt, "$.expiresAt"));
    const seconds = readWhole(body.seconds, "$.seconds");
    const episode = findEpisode(catalogue, call.params.episode ?? "");
    const max =
      episode &&
      (await maxWatchedSeconds(platform.keys, session, {
        ...{ viewer: viewer.key, series: catalogue.id, episode },
        expiresAt: expiresAt / 1000,
        now: platform.now(),
      }));
    if (!episode || max === undefined)
      throw new ProblemError("forbidden", { detail: "This viewer was given no such session." });
    call.notes.episode = episode.id;
    const known = await platform.store.watched(viewer.key, {
      ...attributionOf(platform, call.request, viewer.azp),
      session,
      series: catalogue.id,
      episode: episode.id,
      rightsHolder: catalogue.rightsHolder,
      seconds: Math.min(seconds, max),
      at: new Date(platform.now()).toISOString(),
    });
    return privateJson({ seconds: known }, { "cache-control": "private, no-store" });
  };
}
