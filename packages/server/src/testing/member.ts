import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type MergeResult, type Problem, parseMergeResult } from "@micro-drama/protocol";
import { SignJWT } from "jose";
import type { Identity } from "../store/store.js";
import { PUBLISHER, type TestPlatform } from "./test-platform.js";
import { type Answer, createVisitor, type Visitor } from "./visitor.js";

/** An account of the publisher, a new one unless it is named, with a token of its log-in. */
export async function createMember(
  platform: TestPlatform,
  subject: string = randomUUID(),
): Promise<Visitor & { readonly identity: Identity }> {
  const iat = Math.floor(platform.now() / 1000);
  const token = await new SignJWT({
    iss: PUBLISHER.name,
    aud: "micro-drama",
    sub: subject,
    iat,
    exp: iat + 900,
  })
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(PUBLISHER.secret));
  const visitor = createVisitor(platform, { token, viewer: "", expiresAt: "", refreshToken: "" });
  return { ...visitor, identity: { issuer: PUBLISHER.name, subject } };
}

/** Signs a guest in to an account, by the proof that the guest's page has. */
export function sendMerge(account: Visitor, refreshToken: string): Promise<Answer<MergeResult & Problem>> {
  return account.request("/merges", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refreshToken }),
  });
}

/** The same, and it must succeed. */
export async function mergeGuest(
  account: Visitor,
  guest: Visitor,
): Promise<Extract<MergeResult, { outcome: "merged" }>> {
  const { body, status } = await sendMerge(account, guest.tokens.refreshToken);
  assert.equal(status, 200);
  const result = parseMergeResult(body);
  assert.ok(result.outcome === "merged");
  return result;
}
