import { equal } from "../../media/testing/assert.js";
import { type MountedView, mountView, until } from "../testing/mount-view.js";
import { longSeries, sampleState } from "../testing/states.js";

const POSTER = `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="16"/>`;

describe("episodePages", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  const open = async (count: number) => {
    view = mountView({ ...sampleState(longSeries(count, () => POSTER)), panel: "episodes" });
    await view.find("[part~=episode-tile]");
  };
  const tiles = () => [...view.root.querySelectorAll<HTMLElement>("[part~=episode-tile]")];
  const numbers = () => tiles().map((tile) => tile.querySelector(".tile-number")?.textContent);
  const focused = () => (view.root.activeElement as HTMLElement | null)?.dataset.index;
  const press = async (key: string, expected: number) => {
    const options = { key, bubbles: true, composed: true, cancelable: true };
    (view.root.activeElement ?? tiles()[0])?.dispatchEvent(new KeyboardEvent("keydown", options));
    await until(() => focused() === String(expected), `${key} does not lead to ${expected}`);
  };

  it("draws one page of a long series: a hundred episodes make no more than thirty", async () => {
    await open(30);
    const few = view.root.querySelectorAll("[part~=panel] *").length;
    view.remove();
    await open(100);
    equal(tiles().length, 30);
    const buttons = view.root.querySelectorAll("[part~=page-button]").length;
    const pageRow = 1 + 2 * buttons;
    equal(view.root.querySelectorAll("[part~=panel] *").length, few + pageRow);
  });

  it("opens at the page of the episode that plays, and jumps to another page", async () => {
    view = mountView({ ...sampleState(longSeries(100, () => POSTER)), panel: "episodes", index: 64 });
    await view.find("[part~=episode-tile]");
    equal(numbers()[0], "61");
    view.root.querySelectorAll<HTMLElement>("[part~=page-button]")[3]?.click();
    equal(numbers(), ["91", "92", "93", "94", "95", "96", "97", "98", "99", "100"]);
  });

  it("is one stop for Tab, and arrows, Home, End and the page keys move inside and over pages", async () => {
    await open(100);
    equal(
      tiles()
        .filter((tile) => tile.tabIndex === 0)
        .map((tile) => tile.dataset.index),
      ["2"],
    );
    tiles()[2]?.focus();
    await press("ArrowLeft", 1);
    await press("PageDown", 31);
    equal(numbers()[0], "31");
    await press("ArrowLeft", 30);
    await press("ArrowLeft", 29);
    equal(numbers()[0], "1");
  });

  it("is a grid whose rows are those that are seen", async () => {
    await open(9);
    const columnsSeen = () => new Set(tiles().map((tile) => tile.getBoundingClientRect().left)).size;
    const columnsTold = () =>
      view.root.querySelector("[role=row]")?.querySelectorAll("[role=gridcell]").length;
    await until(() => columnsTold() === columnsSeen(), "rows are not those that are seen");
    (view.root.host as HTMLElement).style.width = "620px";
    await until(() => columnsSeen() > 3 && columnsTold() === columnsSeen(), "rows do not follow");
  });

  it("goes to an episode that was pressed", async () => {
    await open(9);
    tiles()[1]?.click();
    equal(view.calls, ["goTo 1 list"]);
  });
});
