import { equal } from "../media/testing/assert.js";
import { share } from "./share.js";

const URL_TO_SHARE = "https://page.example/?episode=3&t=34";

/** Puts a browser's way of sharing in its place; `undefined` takes it away. */
function setWay(name: "share" | "clipboard", value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
}

describe("share", () => {
  afterEach(() => {
    // Uncovers what the browser has itself.
    for (const name of ["share", "clipboard"]) Reflect.deleteProperty(navigator, name);
  });

  it("opens the system's sheet with title and deep link", async () => {
    const shared: unknown[] = [];
    setWay("share", async (data: unknown) => shared.push(data));
    equal(await share("The Series", URL_TO_SHARE), "shared");
    equal(shared, [{ title: "The Series", url: URL_TO_SHARE }]);
  });

  it("copies the link where there is no such sheet", async () => {
    const copied: string[] = [];
    setWay("share", undefined);
    setWay("clipboard", { writeText: async (text: string) => copied.push(text) });
    equal(await share("The Series", URL_TO_SHARE), "copied");
    equal(copied, [URL_TO_SHARE]);
  });

  it("copies nothing when the viewer closes the system's sheet", async () => {
    const copied: string[] = [];
    setWay("share", () => Promise.reject(new DOMException("cancelled", "AbortError")));
    setWay("clipboard", { writeText: async (text: string) => copied.push(text) });
    equal([await share("The Series", URL_TO_SHARE), copied.length], ["failed", 0]);
  });

  it("says so when nothing can be shared: plain HTTP, and a copy command that refuses", async () => {
    setWay("share", undefined);
    setWay("clipboard", undefined);
    const { execCommand } = document;
    document.execCommand = () => false;
    try {
      equal(await share("The Series", URL_TO_SHARE), "failed");
    } finally {
      document.execCommand = execCommand;
    }
  });
});
