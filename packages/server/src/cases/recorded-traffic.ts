import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { findLost } from "../testing/recorded/outline.js";
import { readAnswer } from "../testing/recorded/readers.js";
import { findMisplaced, readRecordings } from "../testing/recorded/recordings.js";
import { createReplay, type Replay } from "../testing/recorded/replay.js";
import { FOREIGN, SCENES } from "../testing/recorded/scenes.js";
import type { TestPlatform } from "../testing/test-platform.js";

/** Every recorded request is sent again, and its answer has all that was recorded; a field may only be added. */
export function recordedTrafficCases(platform: () => TestPlatform): void {
  const recordings = readRecordings();

  describe("recorded traffic", () => {
    it("has a scene or a reason for each recording, and none without one", () => {
      const files = recordings.map(({ file }) => file);
      assert.deepEqual(findMisplaced(files, Object.keys(SCENES), Object.keys(FOREIGN)), []);
    });

    for (const { file, exchanges } of recordings) {
      const set = SCENES[file];
      if (!set) continue;
      describe(`of ${file.replace(".json", "")}`, () => {
        let replay: Replay | undefined;
        before(async () => {
          replay = createReplay(platform(), await set(platform()));
        });
        exchanges.forEach((exchange, index) => {
          const { request, response } = exchange;
          const path = request.path.replace(/\?.*$/, "");
          it(`${index + 1}: ${request.method} ${path} is still answered with ${response.status}`, async () => {
            assert.ok(replay);
            const { answer, confused } = await replay.next(exchange);
            const { status, headers, body, text } = answer;
            assert.equal(status, response.status, text);
            readAnswer(request, answer);
            const lost = findLost(
              { headers: response.headers, body: response.body },
              { headers: Object.fromEntries(headers), body },
            );
            assert.deepEqual(lost, []);
            assert.deepEqual(confused, []);
          });
        });
      });
    }
  });
}
