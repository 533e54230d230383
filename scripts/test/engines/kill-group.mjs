/**
 * Ends by force a process that leads a group, and all that it has started: a child that stands still outlives its
 * parent, and keeps open the pipes that it was given.
 *
 * @param {{pid?: number}} child started with `detached`
 */
export function killGroup({ pid }) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
