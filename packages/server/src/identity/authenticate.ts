import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import type { Call } from "../http/call.js";
import { ProblemError } from "../http/problem.js";
import type { Platform } from "../platform.js";
import type { Identity, ViewerKey } from "../store/store.js";
import { attributionOf } from "./attribution.js";
import { AUDIENCE, GUEST_ISSUER, GUEST_TOKEN_RULES, guestKey } from "./guest-tokens.js";
import { createRefusalLimit } from "./refused-tokens.js";
import { rememberVerified } from "./verified-tokens.js";

/** Clocks of honest issuers differ by this much. */
const LEEWAY_SECONDS = 30;
/** A token that was signed longer ago is stale, whatever end it claims. */
const MAX_AGE_SECONDS = 3600;
/** Viewers whose internal key is remembered. */
const MAX_REMEMBERED = 20_000;
const MAX_SUBJECT = 255;

/** Who asks, proven by a token. Nothing in a body or query can name a viewer. */
export interface Viewer extends Identity {
  readonly key: ViewerKey;
  /** False when the token's `scope` leaves `spend` out: locks are shown, nothing is bought. */
  readonly canSpend: boolean;
  /** Origin that the token is bound to. */
  readonly azp?: string;
  /** The token's `sid`: which log-in it belongs to. */
  readonly session?: string;
  /** The token's `acr`: how sure the issuer is that the viewer wants this. */
  readonly acr?: string;
}

/** Reads the bearer token. Undefined: nobody said who asks. */
export type Authenticate = (call: Call) => Promise<Viewer | undefined>;

/** Makes the reader of bearer tokens; it remembers which viewers the database knows. */
export function createAuthenticate(platform: Platform): Authenticate {
  const known = new Map<string, ViewerKey>();
  const limitRefusals = createRefusalLimit(platform);
  const believe = async (token: string, call: Call) => {
    const claims = await verify(platform, token, platform.now());
    const { iss: issuer = "", sub: subject = "", azp } = claims;
    if (subject === "" || subject.length > MAX_SUBJECT) throw refused("The token names no viewer.");
    refuseForeignPage(azp, call.request.headers.get("origin"));

    const name = JSON.stringify([issuer, subject]);
    const key = known.get(name) ?? (await findOrOpen(platform, { issuer, subject }, call, azp));
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(name, key);
    return { ...claims, issuer, subject, key };
  };
  const verified = rememberVerified(
    (
      token,
      _now,
      { context: call, wasBelieved }: { readonly context: Call; readonly wasBelieved: boolean },
    ) => (wasBelieved ? believe(token, call) : limitRefusals(call.address, () => believe(token, call))),
    { maxAgeSeconds: MAX_AGE_SECONDS },
  );
  const read: Authenticate = async (call) => {
    const token = bearerToken(call.request);
    if (token === undefined) return undefined;
    const claims = await verified(token, platform.now(), call);
    const { issuer, subject, key, azp } = claims;
    refuseForeignPage(azp, call.request.headers.get("origin"));
    call.notes.viewer = key;
    return {
      ...{ issuer, subject, key, canSpend: maySpend(claims) },
      ...(isOrigin(azp) ? { azp } : {}),
      ...(isShortText(claims.sid) ? { session: claims.sid } : {}),
      ...(isShortText(claims.acr) ? { acr: claims.acr } : {}),
    };
  };
  // A limit and its route ask for the same call; the signature is checked once.
  const answers = new WeakMap<Request, Promise<Viewer | undefined>>();
  return (call) => {
    const answer = answers.get(call.request) ?? read(call);
    answers.set(call.request, answer);
    return answer;
  };
}

/** The viewer of a call that needs one. @throws ProblemError `auth-required` */
export async function requireViewer(authenticate: Authenticate, call: Call): Promise<Viewer> {
  const viewer = await authenticate(call);
  if (!viewer) throw new ProblemError("auth-required", { detail: "Send a bearer token in Authorization." });
  return viewer;
}

function bearerToken(request: Request): string | undefined {
  const header = request.headers.get("authorization");
  if (header === null) return undefined;
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw refused("Authorization: expected 'Bearer' and a JWT.");
  return token;
}

async function verify(
  platform: Platform,
  token: string,
  now: number,
): Promise<JWTPayload & Readonly<Partial<Record<"azp" | "scope" | "sid" | "acr", unknown>>>> {
  const common = {
    audience: AUDIENCE,
    requiredClaims: ["sub", "iat", "exp"],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: LEEWAY_SECONDS,
    currentDate: new Date(now),
  };
  try {
    // Unverified, and used for nothing but to choose the one rule by which the token must pass.
    const { iss } = decodeJwt(token);
    if (iss === GUEST_ISSUER) {
      const rules = {
        ...common,
        ...GUEST_TOKEN_RULES,
        algorithms: [...GUEST_TOKEN_RULES.algorithms],
        issuer: iss,
      };
      return (await jwtVerify(token, guestKey(platform.keys), rules)).payload;
    }
    const issuer = platform.policy.issuers?.find(({ name }) => name === iss);
    if (!issuer) throw new Error("unknown issuer");
    const rules = { ...common, issuer: issuer.name, algorithms: [...issuer.algorithms] };
    const { key } = issuer;
    return (
      typeof key === "function" ? await jwtVerify(token, key, rules) : await jwtVerify(token, key, rules)
    ).payload;
  } catch (error) {
    if (isIssuerAway(error))
      throw new ProblemError(
        "unavailable",
        { detail: "The issuer's keys cannot be read." },
        { "retry-after": "2" },
      );
    throw refused(
      error instanceof errors.JWTExpired ? "The token has expired." : "The token cannot be believed.",
    );
  }
}

/** A token is asked for anew whether it expired or was refused; one code, so that forgers learn nothing. */
function refused(detail: string): ProblemError {
  return new ProblemError("auth-expired", { detail });
}

/** Nobody answers, too slowly, or with no key set: jose's generic code. The token itself was not judged. */
function isIssuerAway(error: unknown): boolean {
  return (
    error instanceof errors.JWKSTimeout ||
    (error instanceof errors.JOSEError && error.code === "ERR_JOSE_GENERIC") ||
    (error instanceof TypeError && error.message === "fetch failed")
  );
}

/** A token in the hands of another page than the one it was made for. */
function refuseForeignPage(azp: unknown, origin: string | null): void {
  if (isOrigin(azp) && origin !== null && azp !== origin)
    throw new ProblemError("origin-not-allowed", { detail: `The token was made for ${azp}.` });
}

/** Some issuers write a client id into `azp`; only origins bind. */
function isOrigin(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\//.test(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MAX_SUBJECT;
}

function maySpend({ scope }: { scope?: unknown }): boolean {
  return scope === undefined || (typeof scope === "string" && scope.split(" ").includes("spend"));
}

async function findOrOpen(
  platform: Platform,
  identity: Identity,
  call: Call,
  azp: unknown,
): Promise<ViewerKey> {
  const found = await platform.store.findViewer(identity);
  if (found !== undefined) return found;
  // Guests exist before their first token; one that is not there belongs to another database.
  if (identity.issuer === GUEST_ISSUER) throw refused("This guest is not known here.");
  return platform.store.openViewer(identity, {
    at: new Date(platform.now()).toISOString(),
    ...platform.prices.member,
    ...attributionOf(platform, call.request, isOrigin(azp) ? azp : undefined),
  });
}
