/** A reader of the protocol; throws what it does not understand. */
type Read = (value: unknown, path: string) => unknown;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly answer: { readonly $ref?: unknown };
}

// Not part of what the package exports: the same list that the OpenAPI document is made from, so that no route is missing.
const folder = new URL("../../../../protocol/dist/openapi/", import.meta.url);
const { ROUTES } = (await import(new URL("routes.js", folder).href)) as { ROUTES: readonly Route[] };
const { READERS } = (await import(new URL("schemas.js", folder).href)) as {
  READERS: ReadonlyMap<Read, string>;
};

/**
 * Reads the answer to a request as a client does: a problem as one, everything else as what its route answers.
 * @throws ParseError
 */
export function readAnswer(
  { method, path }: { readonly method: string; readonly path: string },
  { status, body }: { readonly status: number; readonly body: unknown },
): void {
  if (status === 304) return;
  const bare = path.replace(/\?.*$/, "").replace("/drama/v1", "");
  const route = ROUTES.find(
    (one) =>
      one.method.toUpperCase() === method &&
      new RegExp(`^${one.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
  const name = status >= 400 ? "Problem" : String(route?.answer.$ref).replace(/^.*\//, "");
  const read = [...READERS].find(([, one]) => one === name)?.[0];
  if (!read) throw new Error(`No reader for ${method} ${path} ${status}.`);
  read(body, "$");
}
