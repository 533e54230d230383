import { equal } from "../media/testing/assert.js";
import { watchHold } from "./hold.js";

/** A feed of which a finger takes hold; `said` are the calls in order. */
function stage() {
  const feed = document.createElement("div");
  const film = document.createElement("div");
  const button = document.createElement("button");
  feed.append(film, button);
  document.body.append(feed);
  const said: string[] = [];
  const gone = new AbortController();
  let isPlaying = true;
  let told = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    told = resolve;
  });
  watchHold(feed, {
    canHold: () => isPlaying,
    onHold: () => {
      said.push("hold");
      told();
    },
    onRelease: () => said.push("release"),
    signal: gone.signal,
  });
  feed.addEventListener("click", () => said.push("click"));
  feed.addEventListener("pointermove", () => said.push("move"));
  const send = (type: string, at: HTMLElement = film, clientY = 0) =>
    at.dispatchEvent(
      new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, button: 0, clientY }),
    );
  const rest = () => {
    isPlaying = false;
  };
  return { feed, film, button, said, held, gone, send, rest };
}

describe("watchHold", () => {
  it("holds while the finger rests, however it trembles, and is no tap", async () => {
    const { film, said, held, send } = stage();
    send("pointerdown");
    await held;
    send("pointermove", film, 30);
    send("pointerup");
    film.click();
    equal(said, ["hold", "release"]);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    film.click();
    equal(said, ["hold", "release", "click"]);
  });

  it("leaves a short tap and a swipe alone", () => {
    const { film, said, send } = stage();
    send("pointerdown");
    send("pointerup");
    film.click();
    send("pointerdown");
    send("pointermove", film, 20);
    send("pointerup");
    equal(said, ["click", "move"]);
  });

  it("lets go when the feed is let go of", async () => {
    const { said, held, gone, send } = stage();
    send("pointerdown");
    await held;
    gone.abort();
    equal(said, ["hold", "release"]);
  });

  it("does nothing while the film rests, and on buttons", async () => {
    const resting = stage();
    resting.rest();
    resting.send("pointerdown");
    const other = stage();
    other.send("pointerdown", other.button);
    // Another one that holds: by then the two would have.
    const third = stage();
    third.send("pointerdown");
    await third.held;
    equal([...resting.said, ...other.said], []);
    third.send("pointerup");
  });
});
