import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { holdDataFolder, resetDataFolder } from "./data-folder.mjs";

describe("holdDataFolder", () => {
  let parent;
  let folder;

  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), "drama-data-"));
    folder = path.join(parent, "demo");
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it("makes the folder", async () => {
    const held = await holdDataFolder(folder);
    assert.ok(existsSync(folder));
    await held.release();
  });

  it("refuses a second holder, names the folder and says what to do", async () => {
    const held = await holdDataFolder(folder);
    await assert.rejects(holdDataFolder(folder), (error) => {
      assert.equal(error.name, "PlainError");
      assert.ok(error.message.includes(folder));
      assert.match(error.message, /--data/);
      return true;
    });
    await held.release();
  });

  it("gives it to the next once it is released", async () => {
    await (await holdDataFolder(folder)).release();
    await (await holdDataFolder(folder)).release();
  });

  it("has nothing against another folder at the same time", async () => {
    const held = await holdDataFolder(folder);
    await (await holdDataFolder(path.join(parent, "other"))).release();
    await held.release();
  });
});

describe("resetDataFolder", () => {
  it("leaves an empty folder", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "drama-reset-"));
    writeFileSync(path.join(folder, "keys.json"), "{}");
    await resetDataFolder(folder);
    assert.ok(existsSync(folder));
    assert.ok(!existsSync(path.join(folder, "keys.json")));
    rmSync(folder, { recursive: true });
  });

  it("refuses while a server that was started by hand works in it", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "drama-reset-"));
    writeFileSync(path.join(folder, "server.lock"), JSON.stringify({ pid: process.pid }));
    await assert.rejects(resetDataFolder(folder), { message: new RegExp(`process ${process.pid} is using`) });
    assert.ok(existsSync(path.join(folder, "server.lock")));
    rmSync(folder, { recursive: true });
  });
});
