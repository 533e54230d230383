import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openUnfinished } from "./unfinished.mjs";

const ROW = { id: "start", repeats: 5 };
const SAMPLES = [{ row: "start", contender: "ours", repeat: 1, figures: { firstFrameMs: 600 } }];

describe("a benchmark that broke off", () => {
  let folder;
  let run;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "bench-"));
    run = {
      keeps: true,
      resumes: false,
      seed: 1,
      browser: "Chromium 1",
      file: join(folder, "kept.json"),
      sums: join(folder, "sums"),
    };
    await writeFile(run.sums, "abc");
    const begun = await openUnfinished(run);
    await begun.keep(ROW, SAMPLES, 90);
  });

  after(() => rm(folder, { recursive: true }));

  it("goes on with the rows that it had measured", async () => {
    const resumed = await openUnfinished({ ...run, resumes: true });
    assert.deepEqual(resumed.find(ROW), SAMPLES);
    assert.equal(resumed.minutes(), 1.5);
  });

  it("measures a row again of which the plan says something else now", async () => {
    const resumed = await openUnfinished({ ...run, resumes: true });
    assert.equal(resumed.find({ ...ROW, repeats: 1 }), undefined);
  });

  it("does not mix browsers, seeds or players", async () => {
    const other = { ...run, resumes: true, browser: "Chromium 2", seed: 2 };
    await assert.rejects(openUnfinished(other), /another seed, browser\. Begin anew/);
    await writeFile(run.sums, "abd");
    await assert.rejects(openUnfinished({ ...run, resumes: true }), /another player/);
  });

  it("is left alone by a narrowed run", async () => {
    await writeFile(run.sums, "abc");
    const narrowed = await openUnfinished({ ...run, keeps: false });
    await narrowed.keep({ id: "swipe" }, [], 1);
    await narrowed.forget();
    const resumed = await openUnfinished({ ...run, resumes: true });
    assert.deepEqual([resumed.find(ROW), resumed.minutes()], [SAMPLES, 1.5]);
  });

  it("is forgotten at the end", async () => {
    await writeFile(run.sums, "abc");
    const resumed = await openUnfinished({ ...run, resumes: true });
    await resumed.forget();
    await assert.rejects(openUnfinished({ ...run, resumes: true }), /no run broke off here/);
  });
});
