import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseConfig } from "./config.js";

const refuses = (json: unknown, message: RegExp) =>
  assert.throws(() => parseConfig(json), { code: "bad-config", message });

describe("parseConfig", () => {
  it("takes a whole configuration", () => {
    const config = {
      id: "lantern-keeper",
      title: "The Lantern Keeper",
      free: 3,
      next: { url: "../next/series.json", title: "Paper Tide" },
      episodes: [{ id: "e01", film: "e01.mp4", title: "The light goes out", cover: "c.png" }],
      unpublished: [{ id: "e09", number: 9, title: "The storm", publishAt: "2027-01-10T18:00:00Z" }],
    };
    assert.equal(parseConfig(config), config);
  });

  it("names the place of what is wrong", () => {
    refuses([], /\$ must be an object/);
    refuses({ free: -1 }, /\$\.free must be a whole number/);
    refuses({ episodes: [{ film: "a.mp4" }, { title: "b" }] }, /\$\.episodes\[1\]\.film is missing/);
    refuses(
      { episodes: [{ film: "a.mp4", covr: "b" }] },
      /\$\.episodes\[0\]\.covr is unknown; known are film/,
    );
    refuses({ id: "../up" }, /\$\.id must be/);
    refuses(
      { unpublished: [{ id: "e9", number: 9, title: "x", publishAt: "soon" }] },
      /publishAt must be an instant/,
    );
  });
});
