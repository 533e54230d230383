import { equal, ok } from "../media/testing/assert.js";
import { MediaServer } from "../media/testing/media-server.js";
import { startOf } from "../media/testing/started.js";
import { findEarlyStart } from "./find-early-start.js";
import { type EarlyPageOptions, writeEarlyPage } from "./testing/early-page.js";

describe("the film that a page shows first", () => {
  const server = new MediaServer();
  let host: HTMLElement;
  afterEach(() => {
    host.remove();
    history.replaceState(null, "", location.pathname);
  });
  const find = (options?: EarlyPageOptions): ReturnType<typeof findEarlyStart> => {
    host = writeEarlyPage(server, options);
    return findEarlyStart();
  };
  const [track] = startOf(server).tracks;
  const tracks = (more: object): EarlyPageOptions => ({
    start: { tracks: [{ ...track, ...more }] as unknown as ReturnType<typeof startOf>["tracks"] },
  });

  it("is the first free episode of a player that starts by itself", () => {
    const start = find();
    equal([start?.host, start?.init], [host, server.url("fmp4/low/init_0.mp4")]);
    equal(start?.first, server.url("fmp4/low/0.m4s"));
  });

  it("is known by what its addresses are relative to", () => {
    const near = `src="${server.url("fmp4/series.json")}" mode="page" autoplay`;
    const relative = tracks({
      init: { url: "low/init_0.mp4" },
      segments: [{ url: "low/0.m4s", duration: 2 }],
    });
    equal(find({ ...relative, attributes: near })?.first, server.url("fmp4/low/0.m4s"));
  });

  it("is begun with its second segment where the first is short", () => {
    const segments = [1, 2].map((duration, at) => ({ url: server.url(`fmp4/low/${at}.m4s`), duration }));
    equal(find(tracks({ segments }))?.second, server.url("fmp4/low/1.m4s"));
    host.remove();
    equal(find()?.second, undefined);
  });

  it("is there in an article too, once half of it is on the screen", () => {
    ok(find({ attributes: "autoplay" }), "nothing was found");
  });

  for (const [name, options] of [
    ["waits for a tap", { attributes: 'mode="page"' }],
    ["begins at another episode", { attributes: 'mode="page" autoplay episode="3"' }],
    ["knows where its viewer was", { attributes: 'mode="page" autoplay storage="allowed"' }],
    ["is further down the page", { attributes: "autoplay", css: "margin-block-start: 3000px" }],
    ["is locked", { episode: { access: "locked" } }],
    ["is an MP4", { episode: { source: { type: "mp4", url: "film.mp4" } } }],
    ["has no start", { episode: { source: { type: "hls", url: "main.m3u8" } } }],
    ["has sound and picture apart", { start: { tracks: [track, track] as never } }],
    ["lies inside a larger file", tracks({ init: { url: "a.mp4", byteRange: { offset: 0, length: 9 } } })],
    ["has codecs that this browser does not know", tracks({ codecs: "vvc1.1.L51" })],
    ["lists nothing", tracks({ segments: [] })],
    ["has an address that is no address", tracks({ init: { url: "http://" } })],
    ["has an address that is a script", tracks({ init: { url: "javascript:alert(1)" } })],
    ["is not JSON", { text: "{" }],
    ["is no series", { text: "null" }],
  ] as readonly (readonly [string, EarlyPageOptions])[]) {
    it(`is left to the player where it ${name}`, () => equal(find(options), undefined));
  }

  it("is left to the player where a link leads to another place", () => {
    history.replaceState(null, "", "?utm=1&episode=3");
    equal(find(), undefined);
  });
});
