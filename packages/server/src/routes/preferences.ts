import { type Preferences, parsePreferences } from "@micro-drama/protocol";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { readJsonBody } from "../http/read-body.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import { freshHeaders } from "./respond.js";

/** What counts until a viewer chooses: nothing is bought without a press. */
export const NOTHING_CHOSEN: Preferences = { autoUnlock: null };

/** `GET /preferences`: what the viewer chose. */
export function preferencesRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const { key } = await requireViewer(authenticate, call);
    return answer(platform, (await platform.store.preferences(key)) ?? NOTHING_CHOSEN);
  };
}

/** `PUT /preferences`: keeps what the viewer chose, and answers with it. */
export function setPreferencesRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const { key } = await requireViewer(authenticate, call);
    const chosen = parsePreferences(await readJsonBody(call.request));
    return answer(
      platform,
      await platform.store.setPreferences(key, chosen, new Date(platform.now()).toISOString()),
    );
  };
}

function answer(platform: Platform, preferences: Preferences): Response {
  return privateJson(preferences, {
    ...freshHeaders(platform, undefined),
    "cache-control": "private, no-store",
  });
}
