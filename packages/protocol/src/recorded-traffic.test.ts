import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Schema } from "./openapi/json-schema.js";
import { ROUTES } from "./openapi/routes.js";
import { createSchemas, READERS } from "./openapi/schemas.js";
import type { Read } from "./parse/field.js";
import { PROBLEMS, PROTOCOL_BASE } from "./problem.js";
import { asLaterVersion } from "./testing/later-version.js";
import { validate } from "./testing/validate.js";

interface Exchange {
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly response: { readonly status: number; readonly body?: unknown };
}

const folder = new URL("../recorded/", import.meta.url);
const schemas = createSchemas();
const readers = new Map([...READERS].map(([read, name]) => [name, read as Read<unknown>]));

function routeOf({ method, path }: Exchange["request"]) {
  const bare = path.replace(/\?.*$/, "").replace(PROTOCOL_BASE, "");
  return ROUTES.find(
    (route) =>
      route.method.toUpperCase() === method &&
      new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
}

/** Reads a body as its own version and as a later one: both must come to the same. */
function checkBody(body: unknown, schema: Schema): void {
  const read = readers.get(String(schema.$ref).replace(/^.*\//, ""));
  assert.ok(read);
  assert.deepEqual(read(asLaterVersion(body), "$"), read(body, "$"));
  assert.deepEqual(validate(body, schema, schemas), []);
  assert.deepEqual(validate(asLaterVersion(body), schema, schemas), []);
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const exchanges = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly Exchange[];

  describe(`traffic recorded on ${file.replace(".json", "")}`, () => {
    exchanges.forEach(({ request, response }, index) => {
      const route = routeOf(request);
      const { status, body } = response;
      const what = `${index + 1}: ${request.method} ${request.path.replace(/\?.*$/, "")} → ${status}`;
      const isProblem = status >= 400;

      it(`${what} is still read, and would be read from a later server`, () => {
        if (body === undefined) return assert.equal(status, 304);
        assert.ok(isProblem || route, "a route of the protocol");
        checkBody(body, isProblem || !route ? { $ref: "#/components/schemas/Problem" } : route.answer);
        if (isProblem)
          assert.equal(PROBLEMS[(body as { readonly code: keyof typeof PROBLEMS }).code].status, status);
      });

      if (route?.body && request.body)
        it(`${what} would be understood from a later client`, () => {
          checkBody(request.body, route.body ?? {});
        });
    });
  });
}
