import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot } from "../../../lib/paths.mjs";
import { keepHappenings, readHappenings } from "./happenings.mjs";
import { locate, someFrames } from "./page-functions.mjs";

/** Where pictures and console logs of failed steps go; git ignores `coverage/`. */
const EVIDENCE_FOLDER = fromRoot("coverage/journey");

const WAIT_TIMEOUT_MS = 20_000;
const POLL_MS = 100;

/** How much of the viewport's height a swipe goes over. */
const SWIPE_REACH = 0.5;

/**
 * What each engine must be able to do; everything else is built on it.
 *
 * @typedef {object} Primitives
 * @property {string} engine
 * @property {{width: number, height: number}} viewport
 * @property {boolean} canTouch false: taps are mouse clicks, swipes are wheel turns
 * @property {(url: string) => Promise<void>} goto resolves when the page has loaded
 * @property {() => Promise<void>} reload
 * @property {(expression: string) => Promise<unknown>} evaluate runs an expression in the page; awaits a promise
 * @property {(point: {x: number, y: number}) => Promise<void>} tapPoint
 * @property {(from: {x: number, y: number}, to: {x: number, y: number}) => Promise<void>} drag with a finger
 * @property {(point: {x: number, y: number}, deltaY: number) => Promise<void>} wheel
 * @property {(key: string) => Promise<void>} press a key by its DOM name
 * @property {() => Promise<Buffer>} screenshot PNG of the viewport
 * @property {() => string[]} logs console lines and page errors so far
 * @property {() => Promise<void>} close
 */

/**
 * One way to act as a person does, in any engine.
 *
 * @param {Primitives} primitives
 */
export function createDriver(primitives) {
  const { engine, viewport, canTouch } = primitives;
  const evaluate = (pageFunction, ...values) => primitives.evaluate(toExpression(pageFunction, values));
  const middle = { x: Math.round(viewport.width / 2), y: Math.round(viewport.height / 2) };

  /** Resolves with the first truthy answer of a function that runs in the page. */
  async function waitFor(
    pageFunction,
    values = [],
    { what = pageFunction.toString(), timeoutMs = WAIT_TIMEOUT_MS } = {},
  ) {
    const deadline = Date.now() + timeoutMs;
    let last;
    while (Date.now() < deadline) {
      last = await evaluate(pageFunction, ...values).catch((error) => ({ thrown: String(error) }));
      if (last && !last.thrown) return last;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(
      `${engine}: waited ${timeoutMs / 1000} s for ${what}; last answer ${JSON.stringify(last)}`,
    );
  }

  /**
   * Waits until an element is visible and has come to rest, through open shadow roots, and answers its middle.
   * A sheet that slides in would else be touched where it no longer is.
   */
  async function find(selector) {
    const what = `a visible ${selector} at rest`;
    const deadline = Date.now() + WAIT_TIMEOUT_MS;
    let before;
    while (Date.now() < deadline) {
      const point = await waitFor(locate, [selector], { what });
      if (point.x === before?.x && point.y === before?.y) return point;
      before = point;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      // A busy machine may show no new frame in that time, and what moves would seem to rest.
      await evaluate(someFrames);
    }
    throw new Error(`${engine}: waited ${WAIT_TIMEOUT_MS / 1000} s for ${what}; it moves on and on`);
  }

  /** Taps a selector or a point. */
  async function tap(target) {
    await primitives.tapPoint(typeof target === "string" ? await find(target) : target);
  }

  /** Moves the content up (to what comes next) or down: a finger where the engine has one, else the wheel. */
  async function swipe(direction, { at = middle } = {}) {
    const sign = direction === "up" ? 1 : -1;
    const reach = Math.round((viewport.height * SWIPE_REACH) / 2) * sign;
    if (canTouch) await primitives.drag({ x: at.x, y: at.y + reach }, { x: at.x, y: at.y - reach });
    else await primitives.wheel(at, 2 * reach);
  }

  /** Opens or reloads a page, and keeps what happens to its players. */
  const arrive = async (navigation) => {
    await navigation;
    // The players bring their videos a moment after the page.
    const isThere = () => [...document.querySelectorAll("micro-drama")].every((player) => player.shadowRoot);
    await waitFor(isThere, [], { timeoutMs: 2000 }).catch(() => undefined);
    await evaluate(keepHappenings);
  };

  /** Keeps a picture, the console and what happened before this moment; answers the path of the picture. */
  async function saveEvidence(name) {
    await mkdir(EVIDENCE_FOLDER, { recursive: true });
    const base = join(EVIDENCE_FOLDER, `${engine}-${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}`);
    await writeFile(`${base}.png`, await primitives.screenshot());
    await writeFile(`${base}.log`, [...primitives.logs(), ...(await tellHappenings())].join("\n"));
    return `${base}.png`;
  }

  /** What happened to the players of the page lately, line by line; never rejects. */
  const tellHappenings = () => evaluate(readHappenings).catch((error) => [String(error)]);

  return {
    engine,
    viewport,
    middle,
    canTouch,
    goto: (url) => arrive(primitives.goto(url)),
    reload: () => arrive(primitives.reload()),
    evaluate,
    waitFor,
    find,
    tap,
    swipe,
    swipeUp: (options) => swipe("up", options),
    swipeDown: (options) => swipe("down", options),
    wheel: primitives.wheel,
    key: primitives.press,
    screenshot: primitives.screenshot,
    saveEvidence,
    tellHappenings,
    logs: primitives.logs,
    close: primitives.close,
  };
}

/** A function and its JSON values as an expression, the one form that all three engines take. */
function toExpression(pageFunction, values) {
  return `(${pageFunction.toString()})(...${JSON.stringify(values)})`;
}
