import { equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { remote } from "webdriverio";
import { browserFate } from "./lost-browser.mjs";

/** A driver that opens a session and never answers a navigation. */
async function startDriver() {
  const driver = createServer((request, response) => {
    if (request.url.endsWith("/url")) return;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ value: { sessionId: randomUUID(), capabilities: {} } }));
  });
  await once(driver.listen(0, "127.0.0.1"), "listening");
  const session = await remote({
    hostname: "127.0.0.1",
    port: driver.address().port,
    logLevel: "silent",
    connectionRetryCount: 0,
    capabilities: { browserName: "MiniBrowser", "wdio:enforceWebDriverClassic": true },
  });
  const end = () => {
    driver.closeAllConnections();
    driver.close();
  };
  return { session, end };
}

test("a navigation that was never answered does not end the test command when its session is ended", async () => {
  const { session, end } = await startDriver();
  const rejection = session.navigateTo("http://127.0.0.1/").catch((error) => error);
  await session.deleteSession();
  end();
  equal(browserFate(await rejection), "ended");
});

test("a driver that is gone is told from an error of the tests", async () => {
  const { session, end } = await startDriver();
  end();
  equal(browserFate(await session.navigateTo("http://127.0.0.1/").catch((error) => error)), "gone");
  equal(browserFate(new TypeError("x is not a function")), "other");
  equal(browserFate(new Error("The transaction was aborted")), "other");
});
