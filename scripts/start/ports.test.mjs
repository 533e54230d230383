import assert from "node:assert/strict";
import net from "node:net";
import { describe, it } from "node:test";
import { assertPortsFree, findFreeRow, listening, portComplaint } from "./ports.mjs";

describe("assertPortsFree", () => {
  it("names the port that is taken, what it was wanted for, and how to choose another", async () => {
    const server = net.createServer();
    await listening(server, { port: 0, host: "127.0.0.1" });
    const { port } = server.address();
    try {
      await assert.rejects(assertPortsFree(port, undefined), (error) => {
        assert.equal(error.name, "PlainError");
        assert.match(error.message, new RegExp(`Port ${port}, wanted for the publisher's page, is taken`));
        assert.match(error.message, /npm start -- --port \d+/);
        return true;
      });
    } finally {
      server.close();
    }
  });

  it("finds nothing wrong with free ports, and leaves them free", async () => {
    const first = await findFreeRow();
    await assertPortsFree(first, "127.0.0.1");
    await assertPortsFree(first, "127.0.0.1");
  });

  it("says so when the machine has no such address", async () => {
    const error = Object.assign(new Error("bind EADDRNOTAVAIL 192.0.2.77"), { code: "EADDRNOTAVAIL" });
    assert.match(
      portComplaint({ error, port: 4400, name: "the media", first: 4400 }),
      /--host.*192\.0\.2\.77/,
    );
  });
});
