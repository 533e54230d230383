/** Small enough that connections take turns on a slow line, large enough not to cost anything on a fast one. */
const PIECE_BYTES = 4096;

/** How much may wait inside one direction of one connection before its sender is slowed down. */
const HELD_BYTES = 256 * 1024;

/**
 * One direction of one proxied connection: what arrives from `source` reaches `target` when the conditions let it.
 * Ends and resets travel in the same queue as the bytes, so that they too stay in a tunnel.
 * @param {import("node:net").Socket} source
 * @param {import("node:net").Socket} target
 * @param {{ conditions: ReturnType<ReturnType<typeof import("./network.mjs").createNetwork>["conditionsOf"]>,
 *   direction: "up" | "down" }} how
 */
export function flow(source, target, { conditions, direction }) {
  const line = conditions.lines[direction];
  /** @type {{ bytes?: Buffer, kind: "bytes" | "end" | "reset", dueAt: number, passesAt?: number }[]} */
  const queue = [];
  let heldBytes = 0;
  let timer;
  let isDraining = false;

  const enqueue = (item) => {
    if (target.destroyed) return;
    queue.push({ ...item, dueAt: performance.now() + conditions.mode.latencyMs });
    pump();
  };
  source.on("data", (chunk) => {
    if (target.destroyed) return;
    heldBytes += chunk.length;
    if (heldBytes > HELD_BYTES) source.pause();
    for (const bytes of slice(chunk, conditions.mode)) enqueue({ kind: "bytes", bytes });
  });
  source.once("end", () => enqueue({ kind: "end" }));
  source.on("error", () => enqueue({ kind: "reset" }));

  const onChange = () => {
    for (const item of queue) delete item.passesAt;
    pump();
  };
  conditions.changes.on("change", onChange);
  target.once("close", () => {
    conditions.changes.off("change", onChange);
    clearTimeout(timer);
    queue.length = 0;
    // Read on and drop it: what closed the target reaches the source through the other direction's queue, and
    // no sooner, or a viewer who gives up inside the tunnel would be noticed outside.
    source.resume();
  });
  target.on("drain", () => {
    isDraining = false;
    pump();
  });

  function pump() {
    clearTimeout(timer);
    while (queue.length > 0 && conditions.mode.moves && !isDraining && !target.destroyed) {
      const now = performance.now();
      const readyAt = whenReady(queue[0], now);
      if (readyAt > now) {
        timer = setTimeout(pump, readyAt - now);
        return;
      }
      deliver(queue.shift());
    }
  }

  function whenReady(item, now) {
    if (item.dueAt > now || item.kind !== "bytes") return item.dueAt;
    const { bytesPerSecond } = conditions.mode;
    if (bytesPerSecond === Number.POSITIVE_INFINITY) return now;
    item.passesAt ??= line.reserve(item.bytes.length, { bytesPerSecond, now });
    return item.passesAt;
  }

  function deliver(item) {
    if (item.kind === "end") return target.end();
    if (item.kind === "reset") return target.resetAndDestroy();
    isDraining = !target.write(item.bytes);
    heldBytes -= item.bytes.length;
    if (heldBytes <= HELD_BYTES) source.resume();
  }
}

/** A whole chunk when it passes at once anyway. */
function* slice(chunk, mode) {
  if (mode.bytesPerSecond === Number.POSITIVE_INFINITY) return yield chunk;
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
}
