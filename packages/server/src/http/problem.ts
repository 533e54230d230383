import { PROBLEMS, type Problem, type ProblemCode } from "@micro-drama/protocol";

/** What some problems add to their document. */
export type ProblemMembers = Partial<Omit<Problem, "type" | "code" | "title" | "status">>;

/** Ends a request with a problem document. Thrown by routes, turned into a response by the router. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly members: ProblemMembers;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    members: ProblemMembers = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(members.detail ?? code);
    this.code = code;
    this.members = members;
    this.headers = headers;
  }
}

/** An `application/problem+json` response (RFC 9457). Never cached. */
export function problemResponse({ code, members, headers }: ProblemError): Response {
  const { status, client } = PROBLEMS[code];
  const document: Problem = {
    type: `urn:micro-drama:problem:${code}`,
    code,
    title: client,
    status,
    ...members,
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 ? { "www-authenticate": challenge(code) } : {}),
      ...headers,
    },
  });
}

/** RFC 6750, section 3: a missing token gets no error word, a bad one does. */
function challenge(code: ProblemCode): string {
  return code === "auth-expired" ? 'Bearer error="invalid_token"' : "Bearer";
}
