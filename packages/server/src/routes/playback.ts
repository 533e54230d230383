import { admitDevice } from "../access/admit-device.js";
import { createDescription } from "../access/describe-access.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { findSeries, freshHeaders, playbackOf, quoteFor } from "./respond.js";

/** `GET /series/:series/episodes/:episode/playback`: fresh media of a granted episode. */
export function playbackRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const catalogue = findSeries(platform, call, call.params.series ?? "");
    const who = await requireViewer(authenticate, call);
    const viewer = who.key;
    const at = new Date(platform.now()).toISOString();
    const holdings = await platform.store.holdings(viewer, catalogue.id, at);
    const access = createDescription(platform.prices, catalogue, holdings)(call.params.episode ?? "");
    switch (access.state) {
      case "granted": {
        call.notes.episode = access.ref.episode;
        if (access.via !== "free" && !(await admitDevice(platform, who)))
          throw new ProblemError("limit-reached", {
            detail:
              "This viewer plays on as many devices as may be at once; one that stops is free after ten minutes.",
          });
        const playback = await playbackOf(platform, call, {
          catalogue,
          viewer,
          episode: access.ref.episode,
        });
        if (playback)
          return privateJson(playback, {
            ...freshHeaders(platform, undefined),
            "cache-control": "private, no-store",
          });
        throw new ProblemError("invalid-request", {
          detail: "The source of a free episode is in the manifest.",
        });
      }
      case "locked": {
        const quote = await quoteFor(platform, { catalogue, holdings, viewer });
        throw new ProblemError(
          "payment-required",
          { offers: access.offers, ...(quote ? { quote } : {}) },
          freshHeaders(platform, quote),
        );
      }
      default:
        throw new ProblemError("unknown-episode", { detail: "There is no such episode to play." });
    }
  };
}
