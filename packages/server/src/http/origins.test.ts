import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createOriginRule } from "./origins.js";

describe("createOriginRule", () => {
  it("allows the listed origins, exactly", () => {
    const isAllowed = createOriginRule(["https://news.example"]);
    assert.ok(isAllowed("https://news.example"));
    for (const other of ["http://news.example", "https://news.example:444", "https://x.news.example", "null"])
      assert.ok(!isAllowed(other), other);
  });

  it("allows this machine and private networks by the word local", () => {
    const isAllowed = createOriginRule(["local"]);
    for (const local of [
      "http://localhost:4400",
      "http://127.0.0.1:4400",
      "http://[::1]:4400",
      "http://192.168.1.20:4400",
      "http://10.0.0.5",
      "http://172.20.0.2",
      "http://phone.local:4400",
      "http://[fd12:3456::1]",
    ])
      assert.ok(isAllowed(local), local);
    for (const foreign of [
      "https://news.example",
      "http://172.32.0.1",
      "http://11.0.0.1",
      "http://127.0.0.1.evil.example",
      "http://10.evil.example",
      "http://localhost.evil.example",
      "https://evil.example/localhost",
      "file://localhost",
      "null",
      "",
    ])
      assert.ok(!isAllowed(foreign), foreign);
  });

  it("refuses what is no origin, with an example", () => {
    for (const wrong of ["news.example", "https://news.example/path", "*", "ftp:x"])
      assert.throws(() => createOriginRule([wrong]), /is no origin; write it like https:\/\/news.example/);
  });
});
