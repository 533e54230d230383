// Writes openapi.json and schema.json from the readers in dist. Run it after `npx tsc -b packages/protocol` when the
// protocol has changed; a test fails as long as they are old.
import { writeFileSync } from "node:fs";
import { createJsonSchema, createOpenApi } from "../dist/openapi/document.js";

const documents = { "openapi.json": createOpenApi(), "schema.json": createJsonSchema() };
for (const [name, document] of Object.entries(documents))
  writeFileSync(new URL(`../${name}`, import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
