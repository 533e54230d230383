import { equal } from "../media/testing/assert.js";
import { createBackStep } from "./back-step.js";

/** Resolves when the browser has gone one step back. */
function goBack(): Promise<unknown> {
  const arrived = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
  history.back();
  return arrived;
}

describe("createBackStep", () => {
  it("hears Back once, and leaves the page where it was", async () => {
    let count = 0;
    const place = location.href;
    const step = createBackStep(() => {
      count += 1;
    });
    step.enter();
    await goBack();
    equal([count, location.href], [1, place]);
  });

  it("takes its entry away when the player was closed by other means", async () => {
    let count = 0;
    history.replaceState({ page: "own" }, "");
    const step = createBackStep(() => {
      count += 1;
    });
    step.enter();
    equal(history.state, { page: "own", microDrama: true });
    const arrived = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    step.leave();
    await arrived;
    equal([count, history.state], [0, { page: "own" }]);
  });

  it("closes a player that was opened on an entry which a reload or Forward had left behind", async () => {
    let count = 0;
    history.replaceState(null, "");
    history.pushState({ microDrama: true }, "");
    const step = createBackStep(() => {
      count += 1;
    });
    step.enter();
    await goBack();
    equal([count, history.state], [1, null]);
  });
});
