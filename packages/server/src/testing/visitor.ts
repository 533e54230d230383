import { randomUUID } from "node:crypto";
import type { CheckResult, Problem, UnlockResult } from "@micro-drama/protocol";
import { SignJWT } from "jose";
import type { GuestTokens } from "../identity/guest-tokens.js";
import { PAGE, PUBLISHER, type TestPlatform } from "./test-platform.js";

/** An answer with its body read; `Body` is what the test expects it to be. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

type Granted = Extract<UnlockResult, { outcome: "granted" }>;
/** Either kind of answer to an unlock; tests look at the status first. */
export type UnlockBody = Granted & Problem;

/** Somebody who speaks the protocol over HTTP. */
export interface Visitor {
  readonly tokens: GuestTokens;
  request<Body>(path: string, init?: RequestInit): Promise<Answer<Body>>;
  check(query?: string, series?: string): Promise<Answer<CheckResult>>;
  unlock(episodes: string | readonly string[], options?: UnlockOptions): Promise<Answer<UnlockBody>>;
  topUp(key?: string): Promise<Answer<UnlockBody>>;
  /** Coins of both kinds. */
  coins(): Promise<number>;
}

/** What differs from "this episode for coins, at most 90, with a new key". */
export interface UnlockOptions {
  readonly key?: string;
  readonly offerId?: string;
  readonly quote?: string;
  readonly maxPrice?: unknown;
  readonly series?: string;
  readonly isAutomatic?: boolean;
  readonly headers?: Record<string, string>;
}

/** A new guest of a platform. */
export async function createGuest(platform: TestPlatform): Promise<Visitor> {
  const { body } = await send<GuestTokens>(platform, "/guests", { method: "POST" });
  return createVisitor(platform, body);
}

/** Somebody new who is logged in at the publisher. */
export async function createAccount(platform: TestPlatform): Promise<Visitor> {
  const iat = Math.floor(platform.now() / 1000);
  const claims = { iss: PUBLISHER.name, aud: "micro-drama", sub: randomUUID(), iat, exp: iat + 900 };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(PUBLISHER.secret));
  return createVisitor(platform, { token, viewer: "", expiresAt: "", refreshToken: "" });
}

/** Asks for fresh tokens of a guest. */
export function refreshGuest(platform: TestPlatform, refreshToken: string): Promise<Answer<GuestTokens>> {
  return send(platform, "/guests/refresh", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refreshToken }),
  });
}

/** A viewer with a token from elsewhere. */
export function createVisitor(platform: TestPlatform, tokens: GuestTokens): Visitor {
  const authorization = `Bearer ${tokens.token}`;
  const request = <Body>(path: string, init: RequestInit = {}) =>
    send<Body>(platform, path, { ...init, headers: { authorization, ...(init.headers as object) } });
  const post = (path: string, body: unknown, { key, headers }: Pick<UnlockOptions, "key" | "headers">) =>
    request<UnlockBody>(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": `"${key ?? randomUUID()}"`,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  return {
    tokens,
    request,
    check: (query = "", series = "lantern") => request<CheckResult>(`/series/${series}/access?${query}`),
    unlock: (
      episodes,
      { series = "lantern", offerId = "coins", quote, maxPrice, isAutomatic, ...options } = {},
    ) =>
      post(
        "/unlocks",
        {
          refs: [episodes].flat().map((episode) => ({ series, episode })),
          offerId,
          ...(isAutomatic === undefined ? {} : { isAutomatic }),
          ...(quote === undefined ? {} : { quote }),
          ...(maxPrice === undefined && quote === undefined
            ? { maxPrice: { amount: 100_000, currency: "COIN" } }
            : { maxPrice }),
        },
        options,
      ),
    topUp: (key) => post("/topups", { offerId: "demo-500" }, key === undefined ? {} : { key }),
    async coins() {
      const { body } = await request<{ balances: { paid: number; bonus: number }[] }>("/wallet");
      return body.balances.reduce((sum, { paid, bonus }) => sum + paid + bonus, 0);
    },
  };
}

/** One request of the test's page, without a token. */
export async function send<Body>(
  platform: TestPlatform,
  path: string,
  init: RequestInit = {},
): Promise<Answer<Body>> {
  const url = path.startsWith("//") ? platform.api + path.slice(1) : `${platform.api}/drama/v1${path}`;
  const response = await fetch(url, { ...init, headers: { origin: PAGE, ...(init.headers as object) } });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
  };
}
