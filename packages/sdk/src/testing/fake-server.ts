/** One request as the fake server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, without origin and protocol base. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

/** What a fake server answers: a body for 200, or anything in detail. `undefined` breaks the connection. */
export type FakeAnswer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | undefined;

/** A `fetch` with a server behind it that a test writes as one function. */
export function createFakeServer(answer: (request: SeenRequest) => FakeAnswer | Promise<FakeAnswer>) {
  const seen: SeenRequest[] = [];
  const fakeFetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const path = String(url).replace(/^.*\/drama\/v1/, "");
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    const request = { method: init.method ?? "GET", path, headers: new Headers(init.headers), body, init };
    seen.push(request);
    const said = await answer(request);
    if (said === undefined) throw new TypeError("Failed to fetch");
    const text =
      said.body === undefined ? null : typeof said.body === "string" ? said.body : JSON.stringify(said.body);
    return new Response(text, { status: said.status ?? 200, headers: said.headers ?? {} });
  };
  return { fetch: fakeFetch as typeof fetch, seen };
}
