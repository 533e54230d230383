// Functions that run inside a page: each stands alone and knows the public surface of the element.

/**
 * Tells the runner of every change of the player's access and stage, and of a purchase that is offered while another
 * one has no answer. Looks every 50 ms, by a timer of its own: a page whose clock was turned looks as often.
 */
export function watchPlayer() {
  const UNDER_WAY = ["unlocking", "pending", "confirming"];
  let last = "";
  const look = () => {
    const player = document.querySelector("micro-drama");
    const state = player?.state;
    if (!state) return;
    const { access, stage, episode, position } = state;
    const isVisible = (element) => element.checkVisibility?.({ checkOpacity: true }) ?? true;
    const offers = [
      ...player.shadowRoot.querySelectorAll(
        "[part~=unlock-button], [part~=offer-button], [part~=wait-button], [part~=top-up-button]",
      ),
    ].filter((button) => !button.matches(":disabled, [aria-disabled=true]") && isVisible(button));
    const isPrompting = UNDER_WAY.includes(access) && offers.length > 0;
    const isMoving = stage === "playing" && position > 0;
    const fact = { episode, access, stage, isPrompting, isMoving };
    const words = JSON.stringify(fact);
    if (words === last) return;
    last = words;
    window.tellRunner?.(fact);
  };
  setInterval(look, 50);
  // A refusal can be back before the next look.
  addEventListener("drama-unlock-request", () => setTimeout(look));
}

/** Presses every button of the sheet that buys, ready or not, and past the sheet as a script of the page would. */
export function pressWhatBuys() {
  const player = document.querySelector("micro-drama");
  for (const button of player.shadowRoot.querySelectorAll("[part~=unlock-button], [part~=offer-button]"))
    button.click();
  const price = { amount: 90, currency: "COIN" };
  player.unlock({ id: "coins", kind: "coins", price }).catch(() => {});
}

/** Turns the device's clock, and leaves the clock that cannot be turned (performance.now) alone. */
export function turnClock(ms) {
  const { Date: RealDate } = window;
  const now = () => RealDate.now() + ms;
  window.Date = new Proxy(RealDate, {
    construct: (target, values) => (values.length === 0 ? new target(now()) : new target(...values)),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}

/** What sandboxed frames and "block all cookies" do to `localStorage`. */
export function forbidStorage() {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}

/** Leaves not one byte of room. */
export function fillStorage() {
  let text = "x".repeat(1024 * 1024);
  for (let number = 0; text.length > 0; number += 1) {
    try {
      localStorage.setItem(`filler-${number}`, text);
    } catch {
      text = text.slice(0, Math.floor(text.length / 2));
    }
  }
}

/** What an old engine, or a page on plain HTTP, does not have. */
export function forbidLocks() {
  Object.defineProperty(navigator, "locks", { value: undefined });
}

/** Measures from now on how long the picture stands because there is nothing to show. */
export function countStalls() {
  const stalls = { longestMs: 0, since: undefined };
  window.stallsOfPage = stalls;
  for (const video of document.querySelector("micro-drama").shadowRoot.querySelectorAll("video")) {
    const isShown = () => !video.paused && !video.ended;
    video.addEventListener("waiting", () => {
      if (isShown()) stalls.since ??= performance.now();
    });
    video.addEventListener("timeupdate", () => {
      if (stalls.since === undefined || video.readyState < 3) return;
      stalls.longestMs = Math.max(stalls.longestMs, performance.now() - stalls.since);
      stalls.since = undefined;
    });
  }
}

/** What `countStalls` has found, and where the film is. */
export function readStalls() {
  const { longestMs, since } = window.stallsOfPage;
  const { position, stage } = document.querySelector("micro-drama").state;
  const lasting = since === undefined ? 0 : performance.now() - since;
  return { longestMs: Math.round(Math.max(longestMs, lasting)), position, stage };
}
