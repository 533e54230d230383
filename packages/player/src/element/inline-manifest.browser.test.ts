import { equal, ok } from "../media/testing/assert.js";
import { MediaServer } from "../media/testing/media-server.js";
import { until } from "../media/testing/stage.js";
import { startOf } from "../media/testing/started.js";
import { defineMicroDrama } from "./define-micro-drama.js";
import { awaitInlineManifest, readInlineManifest } from "./inline-manifest.js";
import type { MicroDramaElement } from "./micro-drama-element.js";

describe("a manifest inside the player", () => {
  let server: MediaServer;
  let element: MicroDramaElement;
  beforeEach(() => {
    defineMicroDrama();
    server = new MediaServer();
  });
  afterEach(() => element?.remove());

  const manifest = (url: string): object => ({
    ...{ version: 1, id: "s", title: "The Series" },
    episodes: [
      {
        ...{ id: "e1", number: 1, title: "One", access: "free" },
        source: { type: "hls", url, start: startOf(server) },
      },
    ],
  });
  const mount = (text: string, attributes = ""): void => {
    const holder = document.createElement("div");
    holder.innerHTML = `<micro-drama ${attributes}><script type="application/json">${text}</script></micro-drama>`;
    element = holder.firstElementChild as MicroDramaElement;
    document.body.append(element);
  };

  it("takes the place of src, which then names what its addresses are relative to", async () => {
    mount(JSON.stringify(manifest("main.m3u8")), `src="${server.url("fmp4/series.json")}"`);
    await until(() => element.state.series === "s");
    element.muted = true;
    element.play();
    await until(() => element.state.stage === "playing");
    equal((await server.requests(/series\.json/)).length, 0);
    await until(() => element.state.position > 0);
  });

  it("needs no src", async () => {
    mount(JSON.stringify(manifest(server.url("fmp4/main.m3u8"))));
    await until(() => element.state.series === "s");
  });

  it("is read as strictly as a fetched one", async () => {
    mount(`{"version": 1, "id": "s"}`);
    await until(() => element.state.stage === "error");
    element.remove();
    mount(`{"version": 1,`);
    await until(() => element.state.stage === "error");
  });

  it("gives way to a src that the page sets later", async () => {
    mount(JSON.stringify(manifest("main.m3u8")), `src="${server.url("fmp4/series.json")}"`);
    await until(() => element.state.series === "s");
    const other = JSON.stringify({ ...manifest(server.url("fmp4/main.m3u8")), id: "other" });
    element.src = URL.createObjectURL(new Blob([other]));
    await until(() => element.state.series === "other");
  });
});

describe("awaitInlineManifest", () => {
  it("waits for a parser that has come to the middle of it", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const page = frame.contentDocument as Document;
    page.open();
    page.write(`<base href="https://m.example/"><p><script type="application/json">{"a":`);
    const host = Object.assign(page.querySelector("p") as HTMLElement, { src: "s/series.json" });
    let calls = 0;
    const onManifest = (): void => {
      calls += 1;
    };
    awaitInlineManifest(host, { signal: new AbortController().signal, onManifest });
    page.write("1}");
    await new Promise((resolve) => setTimeout(resolve));
    equal([calls, readInlineManifest(host)], [0, undefined]);
    page.write("</script><a>link</a>");
    await until(() => calls === 1);
    equal(readInlineManifest(host), { text: '{"a":1}', baseUrl: "https://m.example/s/series.json" });
    page.close();
    ok(calls === 1, "was told twice");
    frame.remove();
  });
});
