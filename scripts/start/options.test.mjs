import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { ROOT } from "../lib/paths.mjs";
import { DEFAULT_PORT, HELP, parseOptions } from "./options.mjs";

describe("parseOptions", () => {
  it("has a default for everything", () => {
    assert.deepEqual(parseOptions([], {}), {
      help: false,
      port: DEFAULT_PORT,
      host: undefined,
      dataFolder: path.join(ROOT, ".data", "demo"),
      seriesFolder: path.join(ROOT, "examples", "series"),
      reset: false,
      install: true,
      build: true,
      databaseUrl: undefined,
    });
  });

  it("takes the port from PORT, and sooner from --port", () => {
    assert.equal(parseOptions([], { PORT: "5000" }).port, 5000);
    assert.equal(parseOptions(["--port", "5100"], { PORT: "5000" }).port, 5100);
    assert.equal(parseOptions([], { PORT: "" }).port, DEFAULT_PORT);
  });

  for (const port of ["0", "65534", "80.5", "abc", "-1"]) {
    it(`refuses the port ${port}, since three in a row must fit`, () => {
      assert.throws(() => parseOptions([`--port=${port}`], {}), { message: new RegExp(`"${port}"`) });
    });
  }

  it("refuses ports that browsers do not open, also as second or third of the row", () => {
    assert.throws(() => parseOptions(["--port", "5999"], {}), { message: /refuse to open port 6000/ });
  });

  it("reads the switches", () => {
    const options = parseOptions(["--reset", "--no-install", "--no-build", "--host", "127.0.0.1"], {
      DATABASE_URL: "postgres://db/drama",
    });
    assert.equal(options.reset, true);
    assert.equal(options.install, false);
    assert.equal(options.build, false);
    assert.equal(options.host, "127.0.0.1");
    assert.equal(options.databaseUrl, "postgres://db/drama");
  });

  it("answers an unknown option with its name and the help", () => {
    assert.throws(
      () => parseOptions(["--prot", "5"], {}),
      (error) => {
        assert.equal(error.name, "PlainError");
        assert.match(error.message, /--prot/);
        assert.ok(error.message.includes(HELP));
        return true;
      },
    );
  });
});
