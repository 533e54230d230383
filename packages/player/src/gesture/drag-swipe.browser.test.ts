import { equal, ok } from "../media/testing/assert.js";
import { createDragSwipe } from "./drag-swipe.js";
import type { Swipe } from "./swipe.js";

const HEIGHT = 600;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Three bare slots; the index moves when the swipe asks for it, as in the player. */
function createFeed(
  options: {
    readonly handsWheelOver?: () => boolean;
    readonly index?: number;
    readonly refuses?: boolean;
  } = {},
) {
  const feed = document.createElement("div");
  feed.style.cssText = `position:relative;width:300px;height:${HEIGHT}px;overflow:hidden`;
  const track = document.createElement("div");
  track.style.cssText = "position:absolute;inset:0";
  const slots = [0, 1, 2].map(() => document.createElement("article"));
  track.append(...slots);
  feed.append(track);
  document.body.append(feed);
  // Synthetic pointers cannot be captured.
  feed.setPointerCapture = () => undefined;

  const told: string[] = [];
  let index = options.index ?? 0;
  const place = () => {
    track.style.transform = `translateY(${-index * 100}%)`;
    swipe.setPosition(index, 9, { animate: true });
  };
  const swipe: Swipe = createDragSwipe({
    onStart: () => told.push("start"),
    onCommit: (direction, by) => {
      told.push(`${by} ${direction}`);
      if (options.refuses) return false;
      index += direction;
      place();
      return true;
    },
    onCancel: () => told.push("cancel"),
    ...(options.handsWheelOver ? { handsWheelOver: options.handsWheelOver } : {}),
  });
  place();
  swipe.attach(feed, slots);

  const point = (type: string, clientY: number, more: PointerEventInit = {}) =>
    feed.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        isPrimary: true,
        clientX: 150,
        clientY,
        bubbles: true,
        ...more,
      }),
    );
  return {
    feed,
    track,
    told,
    swipe,
    point,
    get index() {
      return index;
    },
    /** A drag in real time: velocity is measured by the events' own clock. */
    async drag(distance: number, { frames = 4, across = 0 } = {}) {
      point("pointerdown", 300);
      for (let i = 1; i <= frames; i += 1) {
        await frame();
        point("pointermove", 300 + (distance * i) / frames, { clientX: 150 + (across * i) / frames });
      }
      point("pointerup", 300 + distance, { clientX: 150 + across });
    },
    wheel(deltaY: number, more: WheelEventInit = {}) {
      const event = new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true, ...more });
      feed.dispatchEvent(event);
      return event;
    },
    remove() {
      swipe.detach();
      feed.remove();
    },
  };
}

describe("createDragSwipe", () => {
  let feed: ReturnType<typeof createFeed>;
  afterEach(() => feed.remove());

  it("goes on with a flick upwards, decided when the finger is lifted", async () => {
    feed = createFeed();
    await feed.drag(-160);
    equal(feed.told, ["start", "swipe 1"]);
    equal(feed.track.getAnimations().length, 1, "the slide");
  });

  it("returns when the page refuses", async () => {
    feed = createFeed({ refuses: true });
    await feed.drag(-160);
    equal(feed.told, ["start", "swipe 1"]);
    const ends = feed.track
      .getAnimations()
      .map(({ effect }) => (effect as KeyframeEffect).getKeyframes().at(-1));
    equal(
      ends.map((end) => end?.transform),
      ["translateY(0%)"],
    );
  });

  it("starts one slide for a swipe, not one back and another", async () => {
    feed = createFeed();
    const { animate } = feed.track;
    let slides = 0;
    feed.track.animate = (...args) => {
      slides += 1;
      return animate.apply(feed.track, args);
    };
    await feed.drag(-160);
    equal(slides, 1);
  });

  it("goes back with a flick downwards", async () => {
    feed = createFeed({ index: 4 });
    await feed.drag(160);
    equal(feed.told, ["start", "swipe -1"]);
  });

  it("returns from a short slow drag", async () => {
    feed = createFeed();
    feed.point("pointerdown", 300);
    feed.point("pointermove", 220);
    await new Promise((resolve) => setTimeout(resolve, 150));
    feed.point("pointerup", 220);
    equal(feed.told, ["start", "cancel"]);
  });

  it("follows the finger, and softly past the first episode", () => {
    feed = createFeed({ index: 1 });
    feed.point("pointerdown", 300);
    feed.point("pointermove", 200);
    equal(feed.track.style.translate, "0px -100px");
    feed.remove();
    feed = createFeed({ index: 0 });
    feed.point("pointerdown", 300);
    feed.point("pointermove", 400);
    const pulled = Number.parseFloat(feed.track.style.translate.split(" ")[1] ?? "0");
    ok(pulled > 5 && pulled < 60, `pulled by ${pulled}`);
  });

  it("stays at the last episode", async () => {
    feed = createFeed({ index: 8 });
    await feed.drag(-160);
    equal(feed.told, ["start", "cancel"]);
    equal(feed.index, 8);
  });

  it("leaves a drag to the side alone", async () => {
    feed = createFeed();
    await feed.drag(-20, { across: 120 });
    equal(feed.told, []);
  });

  it("lets go when a second finger comes down: that is a pinch", () => {
    feed = createFeed();
    feed.point("pointerdown", 300);
    feed.point("pointermove", 200);
    feed.point("pointerdown", 350, { pointerId: 2, isPrimary: false });
    equal(feed.told, ["start", "cancel"]);
    equal(feed.track.style.translate, "");
  });

  it("takes the next flick in the middle of a slide", async () => {
    feed = createFeed();
    await feed.drag(-160);
    await frame();
    await feed.drag(-160);
    equal(feed.told, ["start", "swipe 1", "start", "swipe 1"]);
    equal(feed.index, 2);
  });

  it("swallows the click at the end of a drag, and no other", async () => {
    feed = createFeed();
    let clicks = 0;
    feed.track.addEventListener("click", () => clicks++);
    await feed.drag(-160);
    feed.track.click();
    equal(clicks, 0);
    feed.track.click();
    equal(clicks, 1);
  });

  it("leaves the browser nothing of a drag to fling, which would swallow the next tap", () => {
    feed = createFeed();
    const move = (): boolean =>
      feed.track.dispatchEvent(new Event("touchmove", { bubbles: true, cancelable: true }));
    equal(move(), true, "before a finger is down:");
    feed.point("pointerdown", 300);
    feed.point("pointermove", 299);
    equal(move(), true, "a finger that trembles:");
    feed.point("pointermove", 200);
    equal(move(), false, "a drag:");
    feed.point("pointerup", 200);
    equal(move(), true, "afterwards:");
  });

  it("does not take a drag that begins on a slider", () => {
    feed = createFeed();
    const slider = document.createElement("div");
    slider.setAttribute("role", "slider");
    feed.feed.append(slider);
    slider.dispatchEvent(
      new PointerEvent("pointerdown", {
        pointerId: 1,
        isPrimary: true,
        clientX: 9,
        clientY: 300,
        bubbles: true,
      }),
    );
    feed.point("pointermove", 100);
    equal(feed.told, []);
  });

  it("steps once per notch of the wheel and keeps the page still", () => {
    feed = createFeed();
    equal(feed.wheel(120).defaultPrevented, true);
    equal(feed.told, ["start", "wheel 1"]);
  });

  it("leaves zooming and scrolling to the side to the browser", () => {
    feed = createFeed();
    equal(feed.wheel(120, { ctrlKey: true }).defaultPrevented, false);
    equal(feed.wheel(10, { deltaX: 90 }).defaultPrevented, false);
    equal(feed.told, []);
  });

  it("hands the wheel over at the ends where the page wants it, and only there", () => {
    feed = createFeed({ handsWheelOver: () => true });
    equal(feed.wheel(-120).defaultPrevented, false);
    equal(feed.wheel(120).defaultPrevented, true);
    feed.remove();
    feed = createFeed();
    equal(feed.wheel(-120).defaultPrevented, true);
  });

  it("gives everything back when it is detached", async () => {
    feed = createFeed();
    feed.point("pointerdown", 300);
    feed.point("pointermove", 200);
    feed.swipe.detach();
    equal(feed.told, ["start", "cancel"]);
    equal(feed.wheel(120).defaultPrevented, false);
    await feed.drag(-160);
    equal(feed.told, ["start", "cancel"]);
  });
});
