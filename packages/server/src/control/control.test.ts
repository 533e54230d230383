import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Backoffice } from "../store/backoffice.js";
import { createRemoteBackoffice } from "./remote-backoffice.js";
import { controlPath, serveControl } from "./serve-control.js";

describe("the control socket", () => {
  const folder = mkdtempSync(join(tmpdir(), "drama-control-"));
  const path = controlPath(folder) ?? "";
  const office = {
    findViewer: async ({ subject }: { subject: string }) => (subject === "ana" ? 7 : undefined),
    earned: async () => {
      throw new Error("the database is away");
    },
  } as unknown as Backoffice;
  let close: () => Promise<void>;
  before(async () => {
    writeFileSync(path, "what a killed server left");
    close = await serveControl(path, office);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("carries orders and answers, absent ones too", async () => {
    const remote = createRemoteBackoffice(path);
    assert.equal(await remote.findViewer({ issuer: "x", subject: "ana" }), 7);
    assert.equal(await remote.findViewer({ issuer: "x", subject: "ben" }), undefined);
  });

  it("carries failures in words, and knows no method of objects in general", async () => {
    const remote = createRemoteBackoffice(path);
    await assert.rejects(remote.earned({ from: "", to: "" }), /The server says: the database is away/);
    await assert.rejects(remote.gaps(), /has no 'gaps'/);
  });

  it("is its owner's alone", () => {
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it("is gone when the server ends", async () => {
    await close();
    await assert.rejects(createRemoteBackoffice(path).gaps(), /ENOENT|ECONNREFUSED/);
  });

  it("has no place in a folder whose path is too long", () => {
    assert.equal(controlPath(`/tmp/${"x".repeat(120)}`), undefined);
  });
});
