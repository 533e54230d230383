import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { findCore } from "./find-core.js";

describe("findCore", () => {
  const texts: Readonly<Record<string, string>> = {
    "/1.2.3/micro-drama.js": 'const a=new URL("./chunks/core-Ab_9.js",import.meta.url).href;\n',
    "/other.js": "console.log(1);\n",
  };
  const server = createServer((request, response) => {
    const text = texts[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  let origin = "";
  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it("names the chunk that the script imports", async () => {
    assert.equal(
      await findCore(`${origin}/1.2.3/micro-drama.js`, undefined),
      `${origin}/1.2.3/chunks/core-Ab_9.js`,
    );
  });

  it("says so when there is another script, or none", async () => {
    await assert.rejects(findCore(`${origin}/other.js`, undefined), /bad-option|names no chunk/);
    await assert.rejects(findCore(`${origin}/none.js`, undefined), /--pinned needs to read .*none\.js/);
  });
});
