import type { MediaFact } from "../../core/media-fact.js";
import type { SlotPoolOptions } from "../create-slot-pool.js";
import { createSlotPool } from "../create-slot-pool.js";
import type { SlotPool } from "../slot-pool.js";

/** A test waits no longer than this for something that should happen. */
const PATIENCE_MS = 15_000;

/** A pool on a page, as a view would show it, with a memory of its facts. */
export interface Stage {
  readonly pool: SlotPool;
  readonly facts: readonly MediaFact[];
  /** Resolves with the first fact, past or coming, that fits. */
  fact<Type extends MediaFact["type"]>(type: Type, key?: string): Promise<Extract<MediaFact, { type: Type }>>;
  /** Forgets the facts so far, so that `fact` waits for a coming one. */
  forget(): void;
  end(): void;
}

/** Puts a pool into the page: three elements of a phone's shape, the neighbours just outside the viewport. */
export function createStage(options: SlotPoolOptions = {}): Stage {
  const pool = createSlotPool(options);
  const box = document.createElement("div");
  box.style.cssText = "position: relative; width: 180px; height: 320px; overflow: clip";
  for (const [i, video] of pool.videos.entries()) {
    Object.assign(video.style, {
      position: "absolute",
      width: "180px",
      height: "320px",
      left: "0",
      top: `${i * 320}px`,
    });
    box.append(video);
  }
  document.body.append(box);
  const facts: MediaFact[] = [];
  pool.subscribe((fact) => facts.push(fact));
  return {
    pool,
    facts,
    fact: async (type, key) => {
      const fits = (fact: MediaFact): boolean =>
        fact.type === type && (key === undefined || fact.key === key);
      await until(
        () => facts.some(fits),
        () => `no ${type} of ${key ?? "any"} among: ${describeFacts(facts)}`,
      );
      return facts.find(fits) as Extract<MediaFact, { type: typeof type }>;
    },
    forget: () => facts.splice(0),
    end: () => {
      pool.release();
      box.remove();
    },
  };
}

/** Resolves when the condition holds; looks once per animation frame. */
export async function until(
  condition: () => boolean,
  describe: () => string = () => `${condition}`,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${describe()}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Lets so many animation frames go by: the time in which something that must not happen could happen. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function describeFacts(facts: readonly MediaFact[]): string {
  return facts
    .filter(({ type }) => type !== "time")
    .map(
      (fact) => `${fact.type}(${fact.key}${fact.type === "failed" ? ` ${fact.code} ${fact.message}` : ""})`,
    )
    .join(" ");
}
