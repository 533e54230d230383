import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accountWaste } from "./waste.mjs";

const piece = (path, from, to, episode = 1) => ({ path, fromByte: 0, toByte: 1000, episode, from, to });
const whole = (path) => ({ path, from: 0, bytes: 1000 });

describe("accountWaste", () => {
  const pieces = [piece("/a", 0, 2), piece("/b", 2, 4), piece("/b-high", 2, 4), piece("/next", 0, 2, 2)];
  const shown = new Map([[1, [{ from: 0, to: 3 }]]]);

  it("counts the part of a segment that nobody saw", () => {
    const { mediaBytes, wastedBytes, share } = accountWaste({
      deliveries: [whole("/a"), whole("/b")],
      pieces,
      shown,
    });
    assert.deepEqual([mediaBytes, wastedBytes, share], [2000, 500, 0.25]);
  });

  it("counts an episode that was never seen", () => {
    const { wastedBytes, byEpisode } = accountWaste({ deliveries: [whole("/next")], pieces, shown });
    assert.equal(wastedBytes, 1000);
    assert.deepEqual([...byEpisode], [[2, 1000]]);
  });

  it("counts the copy of a time that another copy took the place of", () => {
    const all = new Map([[1, [{ from: 0, to: 4 }]]]);
    const { wastedBytes } = accountWaste({
      deliveries: [whole("/b"), whole("/b-high")],
      pieces,
      shown: all,
    });
    assert.equal(wastedBytes, 1000);
  });

  it("places ranges of one file in its time, and knows nothing of other files", () => {
    const film = [{ path: "/film", fromByte: 0, toByte: 4000, episode: 1, from: 0, to: 4 }];
    const deliveries = [{ path: "/film", from: 2000, bytes: 2000 }, whole("/playlist")];
    const { mediaBytes, wastedBytes } = accountWaste({ deliveries, pieces: film, shown });
    assert.deepEqual([mediaBytes, wastedBytes], [2000, 1000]);
  });

  it("is nothing when nothing was delivered", () => {
    assert.equal(accountWaste({ deliveries: [], pieces, shown }).share, 0);
  });
});
