/** Enough for a drawer that is opened late to show what led to the present. */
const REMEMBERED = 200;

/**
 * What happened, for everybody who looks: the last requests, and a call for each new event.
 */
export function createFeed() {
  /** @type {Set<(event: { type: string, data: object }) => void>} */
  const listeners = new Set();
  const requests = [];
  let nextId = 1;

  const publish = (type, data) => {
    for (const listener of listeners) listener({ type, data });
  };
  return {
    /** @param {import("./requests.mjs").SeenRequest} request */
    addRequest(request) {
      const numbered = { id: nextId++, ...request };
      requests.push(numbered);
      if (requests.length > REMEMBERED) requests.shift();
      publish("request", numbered);
    },
    /** @param {object} state the whole of it, as it now is */
    publishState: (state) => publish("state", state),
    /** The remembered requests, oldest first. */
    requests: () => [...requests],
    /**
     * @param {(event: { type: string, data: object }) => void} listener
     * @param {AbortSignal} signal ends it
     */
    subscribe(listener, signal) {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
}
