import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "./client.js";
import type { SoakPlatform } from "./open-platform.js";
import type { Kill } from "./schedule.js";

/** Somebody was killed, and came back. */
export interface Blow {
  readonly victim: Kill["victim"];
  /** From the start of what was killed (of PostgreSQL's own recovery: from the kill) to the first 200. */
  readonly backAfterMs: number;
}

/** A kill that waits for its moment. */
export interface Strike {
  /** Strikes now if the load ended before the moment came; resolves when the platform answers again. */
  finish(): Promise<Blow>;
  /** Rejects when nobody comes back; never resolves. */
  readonly failed: Promise<never>;
}

const ASK_AGAIN_MS = 10;

/** Prepares a round's kill: it comes after so many answers, whatever is under way then. */
export function strike(kill: Kill, platform: SoakPlatform, client: Client): Strike {
  let blow: Promise<Blow> | undefined;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const begin = () => {
    blow ??= carryOut(kill, platform);
    blow.catch(fail);
    return blow;
  };
  client.afterAnswers(kill.afterAnswers, begin);
  return { finish: begin, failed };
}

async function carryOut({ victim, nth }: Kill, { fleet, cluster, logIn }: SoakPlatform): Promise<Blow> {
  const { token } = await logIn();
  if (!cluster || victim === "server") {
    const restart = await fleet.kill(nth);
    const begun = performance.now();
    const origin = await restart();
    await untilAnswered([origin], token);
    return { victim: "server", backAfterMs: performance.now() - begun };
  }
  if (victim === "backend") {
    await cluster.killBackend(nth);
    const begun = performance.now();
    await untilAnswered(fleet.origins(), token);
    return { victim, backAfterMs: performance.now() - begun };
  }
  await cluster.kill();
  const begun = performance.now();
  await cluster.start();
  await untilAnswered(fleet.origins(), token);
  return { victim, backAfterMs: performance.now() - begun };
}

/** Resolves when all of them have answered a wallet with 200. */
async function untilAnswered(origins: readonly string[], token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  for (const origin of origins) {
    const ask = () =>
      fetch(`${origin}/drama/v1/wallet`, { headers }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      );
    while ((await ask()) !== 200) await pause(ASK_AGAIN_MS);
  }
}
