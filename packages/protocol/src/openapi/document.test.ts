import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Read } from "../parse/field.js";
import { PROBLEMS } from "../problem.js";
import { arbitraryOf } from "../testing/arbitrary.js";
import { asLaterVersion } from "../testing/later-version.js";
import { createJsonSchema, createOpenApi } from "./document.js";
import { ROUTES } from "./routes.js";
import { createSchemas, READERS } from "./schemas.js";

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

/** Answers of any route may carry these; no route lists them. */
const EVERYWHERE = ["not-found", "body-too-large", "server", "unavailable"];

describe("the OpenAPI document", () => {
  it("is the one that the readers make: write it again with scripts/write-openapi.mjs", () => {
    assert.deepEqual(readJson("openapi.json"), createOpenApi());
    assert.deepEqual(readJson("schema.json"), createJsonSchema());
  });

  it("refers to nothing that is not there", () => {
    const document = createOpenApi() as { components: { [kind: string]: object } };
    const references = JSON.stringify(document).matchAll(/#\/components\/(\w+)\/([\w-]+)/g);
    for (const [all, kind = "", name = ""] of references)
      assert.ok(Object.hasOwn(document.components[kind] ?? {}, name), all);
  });

  it("is not told otherwise by the table in the README", () => {
    const table = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    for (const [code, { status, meaning, client }] of Object.entries(PROBLEMS))
      assert.ok(table.includes(`| \`${code}\` | ${status} | ${meaning} | ${client} |`), code);
  });

  it("says of every problem code where it comes from", () => {
    const told = new Set<string>([...EVERYWHERE, ...ROUTES.flatMap(({ problems }) => problems)]);
    assert.deepEqual(
      Object.keys(PROBLEMS).filter((code) => !told.has(code)),
      [],
    );
  });
});

describe("a schema of the protocol", () => {
  const schemas = createSchemas();
  for (const [reader, name] of READERS) {
    const read = reader as Read<unknown>;
    const values = arbitraryOf(schemas[name] ?? {}, schemas);

    it(`${name} allows only what its reader takes`, () => {
      fc.assert(fc.property(values, (value) => void read(value, "$")));
    });

    it(`${name} of a later version is read as this version's, without what is new`, () => {
      fc.assert(
        fc.property(values, (value) => assert.deepEqual(read(asLaterVersion(value), "$"), read(value, "$"))),
      );
    });
  }
});
