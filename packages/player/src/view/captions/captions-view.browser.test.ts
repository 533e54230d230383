import type { CaptionLine } from "../../core/caption-line.js";
import { equal, ok } from "../../media/testing/assert.js";
import { type MountedView, mountView, series } from "../testing/mount-view.js";
import { sampleState, sampleStates } from "../testing/states.js";
import { resetCaptionStyle } from "./caption-style-store.js";

const base = sampleState(series);

const saying = (...lines: CaptionLine[]) => ({ ...base, captions: { ...base.captions, lines } });

describe("captions over the film", () => {
  let view: MountedView;
  afterEach(() => {
    resetCaptionStyle();
    view.remove();
  });

  it("are text: markup of a file is read out as it is and makes no element", async () => {
    view = mountView(
      saying("<img src=x onerror=alert(1)>", { lines: [[{ text: "<b>no</b>", isItalic: true }]] }),
    );
    const room = await view.find("[part~=captions]");
    equal(room.querySelectorAll("img, b").length, 0);
    ok(room.textContent?.includes("<img src=x onerror=alert(1)>"), "the words are there");
    equal(getComputedStyle(room.querySelector(".is-italic") ?? room).fontStyle, "italic");
  });

  it("name who speaks where more than one does, once for each turn", async () => {
    view = mountView(sampleStates(series)["captions-placed"]);
    await view.find("[part~=captions]");
    const names = [...view.root.querySelectorAll("[part~=caption-voice]")].map((name) => name.textContent);
    equal(names, ["Ada: ", "Bo: "]);
  });

  it("stand where the file puts them, and never outside of their room", async () => {
    const at = (line: number, position: number): CaptionLine => ({
      lines: [[{ text: `${line} ${position}` }]],
      place: { line, position },
    });
    view = mountView(saying(at(0, 10), at(50, 50), at(74, 95)));
    const room = (await view.find("[part~=captions]")).getBoundingClientRect();
    const boxes = [...view.root.querySelectorAll(".caption-box")].map((box) => box.getBoundingClientRect());
    for (const box of boxes) {
      ok(box.left >= room.left - 1 && box.right <= room.right + 1, "beside the room");
      ok(box.top >= room.top - 1 && box.bottom <= room.bottom + 1, "above or below the room");
    }
    const [top, middle, low] = boxes.map(({ top, height }) => top + height / 2);
    ok(
      top !== undefined && middle !== undefined && low !== undefined && top < middle && middle < low,
      "in order",
    );
  });

  it("lie above the controls, whatever their size", async () => {
    view = mountView(saying("A line", "and another one"));
    view.root.host.setAttribute("style", "position:relative;width:320px;height:568px;--drama-font-size:24px");
    const room = await view.find(".captions");
    const foot = await view.find("[part~=bottom-bar]");
    ok(room.getBoundingClientRect().bottom <= foot.getBoundingClientRect().bottom, "below the bar");
    const transport = await view.find(".transport");
    ok(room.getBoundingClientRect().bottom <= transport.getBoundingClientRect().top, "over the bar");
  });

  it("follow the viewer's choice at once, in the example too, and go back to the page's", async () => {
    view = mountView({ ...sampleStates(series).captions });
    const choose = async (setting: string, at: number) => {
      await view.find("[part~=caption-style]");
      const choices = view.root.querySelectorAll<HTMLInputElement>(`input[name=caption-${setting}]`);
      choices[at]?.click();
    };
    await choose("size", 3);
    await choose("color", 1);
    await choose("background", 2);
    await choose("edge", 1);
    const styleOf = async (selector: string) => {
      const { fontSize, color, textShadow } = getComputedStyle(await view.find(selector));
      return [Number.parseFloat(fontSize), color, textShadow !== "none"];
    };
    equal(await styleOf(".caption-preview .captions"), [31.5, "rgb(255, 233, 74)", true]);
    view.set({ panel: "none", captions: saying("One").captions });
    equal(await styleOf(".caption-room .captions"), [31.5, "rgb(255, 233, 74)", true]);
    equal(
      getComputedStyle(await view.find(".caption-room .caption-line")).backgroundColor,
      "rgba(0, 0, 0, 0)",
    );
    view.set({ panel: "captions" });
    (await view.find("[part~=caption-reset-button]")).click();
    equal(await styleOf(".caption-preview .captions"), [18, "rgb(255, 255, 255)", false]);
  });
});
