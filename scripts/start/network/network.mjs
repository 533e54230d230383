import { EventEmitter } from "node:events";
import { createLine } from "./line.mjs";
import { MODES } from "./modes.mjs";

/**
 * The demo's network: a mode for each origin, and two lines (to and from the viewer) that all origins share,
 * as they would share one phone's connection.
 * @param {readonly string[]} origins names, such as "api" and "media"
 */
export function createNetwork(origins) {
  const lines = { up: createLine(), down: createLine() };
  const conditions = Object.fromEntries(origins.map((name) => [name, createConditions(lines)]));

  return {
    /** What a proxy needs to know about its origin. @param {string} name */
    conditionsOf: (name) => conditions[name],
    /** The mode of every origin, by name. */
    modes: () => Object.fromEntries(origins.map((name) => [name, conditions[name].modeName])),
    /**
     * Changes the mode of the named origins, of all when none is named, at once and for open connections too.
     * @param {keyof typeof MODES} mode
     * @param {readonly string[]} [names]
     */
    setMode(mode, names = origins) {
      lines.up.clear();
      lines.down.clear();
      for (const name of names) conditions[name].setMode(mode);
      // What was reserved on the old line is void for every origin, also for those that keep their mode.
      for (const name of origins) conditions[name].changes.emit("change");
    },
  };
}

function createConditions(lines) {
  const changes = new EventEmitter();
  // One listener per direction of every open connection.
  changes.setMaxListeners(0);
  let modeName = "normal";
  return {
    lines,
    changes,
    get modeName() {
      return modeName;
    },
    get mode() {
      return MODES[modeName];
    },
    setMode(next) {
      modeName = next;
    },
  };
}
