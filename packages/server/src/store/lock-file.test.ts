import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { lockFolder } from "./lock-file.js";

describe("lockFolder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drama-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("refuses a second holder in words, and lets one in after the first is done", () => {
    const release = lockFolder(folder);
    assert.throws(() => lockFolder(folder), {
      code: "data-in-use",
      message: new RegExp(`used by the process ${process.pid}\\. .*DATABASE_URL`),
    });
    release();
    assert.ok(!existsSync(join(folder, "server.lock")));
    lockFolder(folder)();
  });

  it("takes over what a killed process left behind", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(join(folder, "server.lock"), JSON.stringify({ pid, token: "x" }));
    lockFolder(folder)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it("takes over a lock whose number now belongs to another process", {
    skip: !existsSync("/proc/self/stat"),
  }, () => {
    writeFileSync(join(folder, "server.lock"), JSON.stringify({ pid: process.pid, began: "1", token: "x" }));
    lockFolder(folder)();
  });

  it("takes over a lock that cannot be read", () => {
    writeFileSync(join(folder, "server.lock"), "");
    lockFolder(folder)();
  });
});
