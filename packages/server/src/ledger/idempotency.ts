import { ProblemError } from "../http/problem.js";
import { sha256 } from "../sha256.js";

/** 128 bits and more, in any usual spelling. */
const KEY = /^[\w-]{22,64}$/;

/**
 * Reads the `Idempotency-Key` header, quoted (a structured-field string) or bare.
 *
 * @throws ProblemError when it is missing or too short to be unguessable
 */
export function readIdempotencyKey(request: Request): string {
  const header = request.headers.get("idempotency-key")?.trim();
  if (!header)
    throw new ProblemError("idempotency-key-missing", { detail: "Idempotency-Key: expected a UUID" });
  return checkIdempotencyKey(header.replace(/^"(.*)"$/, "$1"));
}

/** @throws ProblemError `invalid-request` */
export function checkIdempotencyKey(key: string): string {
  if (KEY.test(key)) return key;
  throw new ProblemError("invalid-request", {
    detail: "Idempotency-Key: expected 22–64 letters, digits, '-' or '_', such as a UUID",
  });
}

/** Tells whether a text is a UUID, which the database would otherwise refuse with an error. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** A digest of what a request asks for. Values that do not change its meaning (a renewed quote) stay out. */
export async function createFingerprint(meaning: unknown): Promise<string> {
  return Array.from(await sha256(JSON.stringify(meaning)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}
