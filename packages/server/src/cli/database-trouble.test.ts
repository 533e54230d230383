import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { createWorkplace, runServer } from "../testing/server-process.js";

/** What an address of a database is wrong about, and the words for it. */
const WRONG: Record<string, { readonly url: string; readonly words: RegExp }> = {
  "that is none": { url: "mysql://root:secret@db.example/x", words: /DATABASE_URL: expected .*postgres:/ },
};
const real = process.env.TEST_DATABASE_URL;
if (real) {
  const other = new URL(real);
  other.pathname = "/there_is_no_such_database";
  WRONG["of a database that is not there"] = { url: other.href, words: /there is no such database/ };
}

describe("an address of a database", () => {
  const place = createWorkplace({ version: "x", currency: "COIN", series: { "*": { episode: 90 } } });
  after(() => place.remove());
  const commands = {
    serve: place.serve,
    migrate: ["migrate", "--data", place.data],
    doctor: ["doctor", "--data", place.data],
  };
  for (const [what, { url, words }] of Object.entries(WRONG))
    for (const [command, args] of Object.entries(commands))
      it(`${what} ends ${command} with exit code 2, in words and without the password`, async () => {
        const { code, stderr } = await runServer(args, { DATABASE_URL: url }).ended;
        assert.equal(code, 2, stderr);
        assert.match(stderr, words);
        assert.doesNotMatch(stderr, /secret|\n {4}at /);
      });
});
