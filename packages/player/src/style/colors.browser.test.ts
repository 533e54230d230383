import { equal, ok } from "../media/testing/assert.js";
import { type MountedView, mountView, series } from "../view/testing/mount-view.js";
import { sampleStates } from "../view/testing/states.js";

/** The colour as 8-bit red, green and blue, whatever space it was written in. */
function readColor(color: string): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

describe("colours", () => {
  let view: MountedView;
  afterEach(() => {
    view.remove();
    document.documentElement.style.colorScheme = "";
  });

  const open = async (accent?: string) => {
    view = mountView(sampleStates(series).episodes);
    const host = view.root.host as HTMLElement;
    if (accent) host.style.setProperty("--drama-accent", accent);
    await view.find("[part~=panel]");
    return host;
  };

  const wordsOn = async (accent: string) => {
    const host = await open(accent);
    const probe = document.createElement("i");
    host.shadowRoot?.append(probe);
    probe.style.color = "var(--drama-on-accent)";
    const color = readColor(getComputedStyle(probe).color);
    view.remove();
    return color.every((value) => value > 240)
      ? "white"
      : color.every((value) => value < 40)
        ? "black"
        : String(color);
  };

  it("puts white words on a dark brand colour and black ones on a light one", async () => {
    equal(await wordsOn("#b3261e"), "white");
    equal(await wordsOn("#123a8c"), "white");
    equal(await wordsOn("#ffb84d"), "black");
    equal(await wordsOn("rgb(90 220 160)"), "black");
  });

  it("makes sheets light or dark as the page is", async () => {
    for (const scheme of ["light", "dark"]) {
      document.documentElement.style.colorScheme = scheme;
      await open();
      const [red = 0] = readColor(getComputedStyle(await view.find("[part~=panel]")).color);
      ok(scheme === "light" ? red < 60 : red > 240, `${scheme}: words of ${red}`);
      view.remove();
    }
  });
});
