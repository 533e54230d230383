import { equal } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

describe("the language of the player", () => {
  let mounted: Mounted;
  afterEach(() => {
    mounted.remove();
    document.documentElement.lang = "en";
  });

  const direction = () => mounted.element.shadowRoot?.querySelector(".player")?.getAttribute("dir");

  it("follows the nearest lang of the page, also when it changes", async () => {
    mounted = await mount();
    await mounted.button(/Watch/);
    document.documentElement.lang = "ja";
    await mounted.button(/見る/);
    mounted.element.lang = "ar";
    await mounted.button(/شاهد/);
    equal(direction(), "rtl");
    document.documentElement.lang = "ko";
    mounted.element.removeAttribute("lang");
    await mounted.button(/보기/);
    equal(direction(), "ltr");
  });

  it("ends with the last one wished for, however long the others take", async () => {
    mounted = await mount({ attributes: { lang: "hi" } });
    for (const lang of ["id", "zh-CN", "en"]) mounted.element.lang = lang;
    mounted.element.lang = "pt";
    await mounted.button(/Assistir/);
  });

  it("takes words of the page, and gives them back", async () => {
    mounted = await mount({ attributes: { lang: "fr" } });
    mounted.element.words = [{ lang: "fr", watch: "Regarder" }];
    await mounted.button(/Regarder/);
    mounted.element.words = undefined;
    await mounted.button(/Watch/);
  });
});
