import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createFaults } from "./faults.mjs";

const get = (session, path, query) => session.next({ method: "GET", path, query });

describe("createFaults", () => {
  it("lets a request pass when no rule matches, and logs it", () => {
    const session = createFaults({ now: () => 7 }).session("a");
    session.replaceRules([{ match: "\\.m4s$", status: 503 }]);
    const fault = get(session, "/test-media/main.m3u8");
    fault.settle(200);
    assert.equal(fault.status, undefined);
    const entry = {
      method: "GET",
      path: "/test-media/main.m3u8",
      range: undefined,
      status: 200,
      fault: undefined,
      at: 7,
    };
    assert.deepEqual(session.log(), [entry]);
  });

  it("fails from the nth matching request on, so many times, then heals", () => {
    const session = createFaults().session("a");
    session.replaceRules([{ match: "m4s", after: 1, times: 2, status: 500 }]);
    const statuses = [1, 2, 3, 4].map((number) => get(session, `/${number}.m4s`).status);
    assert.deepEqual(statuses, [undefined, 500, 500, undefined]);
  });

  it("adds up the rules that match", () => {
    const session = createFaults().session("a");
    session.replaceRules([{ delayMs: 50 }, { match: "b", drop: true }]);
    const { delayMs, drop } = get(session, "/b");
    assert.deepEqual({ delayMs, drop }, { delayMs: 50, drop: true });
    assert.equal(session.log()[0].fault, "delayMs drop");
  });

  it("keeps tests apart by their name", () => {
    const faults = createFaults();
    faults.session("a").replaceRules([{ status: 500 }]);
    assert.equal(get(faults.session("b"), "/x").status, undefined);
    assert.equal(faults.session("a").log().length, 0);
  });

  it("takes a rule from the query of one URL and counts on that URL", () => {
    const session = createFaults().session("a");
    const query = { status: "503", times: "1" };
    assert.equal(get(session, "/x", query).status, 503);
    assert.equal(get(session, "/y").status, undefined);
    assert.equal(get(session, "/x", query).status, undefined);
  });

  it("refuses a field that it does not know", () => {
    assert.throws(
      () =>
        createFaults()
          .session("a")
          .replaceRules([{ code: 500 }]),
      /no field code/,
    );
  });
});
