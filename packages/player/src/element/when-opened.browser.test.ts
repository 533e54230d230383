import { equal } from "../media/testing/assert.js";
import { whenOpened } from "./when-opened.js";

describe("whenOpened", () => {
  it("calls as soon as the media is known", async () => {
    const video = document.createElement("video");
    let calls = 0;
    whenOpened(video, () => {
      calls += 1;
    });
    equal(calls, 0);
    video.dispatchEvent(new Event("loadedmetadata"));
    video.dispatchEvent(new Event("loadedmetadata"));
    equal(calls, 1);
  });

  it("does not wait for a server that says nothing", async () => {
    await new Promise<void>((resolve) => whenOpened(document.createElement("video"), resolve));
  });
});
