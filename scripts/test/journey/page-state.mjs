// Functions that run inside the page and know the public surface of the element, and only that.

/** Everything that the element says of itself, or undefined before it is there. */
export function readState() {
  return document.querySelector("micro-drama")?.state;
}

/** The state once it has these values, and nothing before. */
export function stateWith(wanted) {
  const state = document.querySelector("micro-drama")?.state;
  return state && Object.entries(wanted).every(([key, value]) => state[key] === value) ? state : undefined;
}

/** Keeps the details of the element's events from now on. */
export function listenToEvents(names) {
  window.heardEvents = [];
  for (const name of names) {
    document.addEventListener(name, ({ detail }) => window.heardEvents.push({ name, ...detail }));
  }
}

/** The last kept event of a name. */
export function lastEvent(name) {
  return window.heardEvents.findLast((event) => event.name === name);
}
