import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PLAN } from "../plan.mjs";
import { findMapped } from "../server/serve-files.mjs";
import { contenders } from "./all.mjs";
import { nothing } from "./nothing.mjs";

const origins = {
  page: "https://page.example",
  scripts: "https://scripts.example",
  media: "https://media.example",
};
const media = { folder: "/films", episodes: [1, 2, 3].map(describeEpisode) };

describe("contenders", () => {
  it("can do what the plan wants of them", () => {
    const known = new Map([...contenders, nothing].map((contender) => [contender.name, contender]));
    for (const { id, scenario, contenders: names } of PLAN)
      for (const name of names) assert.ok(known.has(name), `${id} (${scenario}) names ${name}`);
  });

  for (const contender of contenders) {
    it(`${contender.name} asks only for scripts that it brings, and for no stranger's`, async () => {
      for (const kind of contender.kinds) {
        const { head, body, files = {} } = await contender.page({ origins, media, scenario: { kind } });
        // The left side of an import map names what is *not* asked for.
        const html = `${head}${body}`.replaceAll(/"https:[^"]*":/g, "");
        for (const [url] of html.matchAll(/https?:\/\/[^"'\s<>]+/g)) {
          const { origin, pathname } = new URL(url);
          assert.ok(Object.values(origins).includes(origin), `${kind}: ${url}`);
          if (origin === origins.scripts) assert.ok(findMapped(pathname, files), `${kind}: ${url}`);
        }
      }
    });
  }

  it("gives away no source of a locked episode", async () => {
    const ours = contenders.find(({ name }) => name === "ours");
    const scenario = { kind: "unlock", locked: [2], endpoint: `${origins.media}/api` };
    const { head, body } = await ours.page({ origins, media, scenario });
    assert.doesNotMatch(`${head}${body}`, /e02\/(main|low|film)/);
    assert.match(body, /e03\/main/);
  });
});

function describeEpisode(number) {
  const folder = `/e0${number}`;
  const init = { url: `${folder}/low/init.mp4` };
  const segments = [{ url: `${folder}/low/0.m4s`, duration: 1 }];
  return {
    id: `e0${number}`,
    number,
    duration: 20,
    hls: `${folder}/main.m3u8`,
    mp4: `${folder}/film.mp4`,
    poster: `${folder}/poster.webp`,
    start: { bandwidth: 350_000, tracks: [{ codecs: "avc1.4d401f,mp4a.40.2", init, segments }] },
  };
}
