/** Points between the start and the end of a drag, and the time between two of them: one screen refresh. */
const STEPS = 10;
const STEP_MS = 16;

/** Visits the points of a straight drag at a finger's pace: velocity decides whether a drag is a swipe. */
export async function drawPath(from, to, visit) {
  for (let step = 1; step <= STEPS; step += 1) {
    const part = step / STEPS;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    await visit({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
}
