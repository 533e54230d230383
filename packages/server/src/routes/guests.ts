import { readObject, readText } from "../fields.js";
import type { Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { readJsonBody } from "../http/read-body.js";
import { attributionOf } from "../identity/attribution.js";
import {
  createGuestSubject,
  GUEST_ISSUER,
  readRefreshToken,
  signGuestTokens,
} from "../identity/guest-tokens.js";
import type { Platform } from "../platform.js";
import { freshHeaders } from "./respond.js";

const NO_STORE = { "cache-control": "private, no-store" };

/** `POST /guests`: a new viewer with the coins of welcome, known only by the tokens in the answer. */
export function guestsRoute(platform: Platform): Route {
  return async (call) => {
    const subject = createGuestSubject();
    const now = platform.now();
    call.notes.viewer = await platform.store.openViewer(
      { issuer: GUEST_ISSUER, subject },
      {
        at: new Date(now).toISOString(),
        ...platform.prices.guest,
        ...attributionOf(platform, call.request, undefined),
      },
    );
    return answer(platform, call.request, subject);
  };
}

/** `POST /guests/refresh` with `{refreshToken}`: the same guest, fresh tokens. */
export function guestRefreshRoute(platform: Platform): Route {
  return async (call) => {
    const body = readObject(await readJsonBody(call.request), "$");
    const token = readText(body.refreshToken, "$.refreshToken");
    const subject = await readSubject(platform, token);
    const viewer = await platform.store.findViewer({ issuer: GUEST_ISSUER, subject });
    if (viewer === undefined) throw unknownGuest();
    call.notes.viewer = viewer;
    return answer(platform, call.request, subject);
  };
}

async function answer(platform: Platform, request: Request, subject: string): Promise<Response> {
  const origin = request.headers.get("origin") ?? undefined;
  const tokens = await signGuestTokens(platform.keys, { subject, origin, now: platform.now() });
  return privateJson(tokens, { ...freshHeaders(platform, undefined), ...NO_STORE });
}

async function readSubject({ keys, now }: Platform, token: string): Promise<string> {
  try {
    return await readRefreshToken(keys, token, now());
  } catch {
    throw unknownGuest();
  }
}

/** Not `auth-expired`: a fresh token cannot be had with this one; only a new guest can be made. */
function unknownGuest(): ProblemError {
  return new ProblemError("auth-required", { detail: "This guest is not known here; start a new one." });
}
