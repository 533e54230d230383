/** The oldest Node that the project runs on; package.json says the same under `engines`. */
export const NODE_FLOOR = "20.19.0";

/**
 * Ends the process with one sentence when this Node is older than {@link NODE_FLOOR}.
 * Call it before importing anything else: an older Node fails on the syntax of what follows.
 */
export function requireNodeFloor(version = process.versions.node) {
  if (isAtLeast(version, NODE_FLOOR)) return;
  console.error(
    `micro-drama needs Node ${NODE_FLOOR} or newer; this is Node ${version}. Get one from https://nodejs.org`,
  );
  process.exit(1);
}

/** True when `version` ("22.1.0") is the same as or newer than `floor`. */
export function isAtLeast(version, floor) {
  const have = version.split(".").map(Number);
  const want = floor.split(".").map(Number);
  for (let index = 0; index < want.length; index += 1) {
    const difference = (have[index] || 0) - want[index];
    if (difference !== 0) return difference > 0;
  }
  return true;
}
