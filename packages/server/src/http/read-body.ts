import { ProblemError } from "./problem.js";

/** 200 refs with the longest ids fit. */
const MAX_BODY_BYTES = 32 * 1024;

/**
 * Reads a JSON body.
 *
 * @throws ProblemError `body-too-large`, or `invalid-request` when it is not JSON. Requiring the content type keeps
 * plain HTML forms of strangers out (they cannot send it without a preflight).
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new ProblemError("invalid-request", { detail: "Content-Type: expected application/json" });
  const text = await readText(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError("invalid-request", { detail: "$: the body is not JSON" });
  }
}

/** Reads a body as it is. @throws ProblemError `body-too-large` */
export async function readText(request: Request): Promise<string> {
  const tooLarge = new ProblemError("body-too-large", { detail: `At most ${MAX_BODY_BYTES} bytes.` });
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge;
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw tooLarge;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
