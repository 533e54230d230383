import type { ByteSource } from "@micro-drama/protocol";
import type { MediaTarget } from "../../core/media-fact.js";
import { openAccess } from "../open-access.js";
import { trimBytes } from "./byte-cache.js";
import type { ByteStore } from "./byte-store.js";

/** Fetches the playlist and the init segments of media that no slot holds yet: a few kilobytes, no picture. */
export class Lookahead {
  readonly #bytes: ByteStore;
  readonly #pending = new Map<string, AbortController>();
  readonly #done = new Set<string>();

  constructor(bytes: ByteStore) {
    this.#bytes = bytes;
  }

  /** Ends what is not wanted any more and begins what is. Cheap when nothing changed. */
  want(targets: readonly MediaTarget[]): void {
    for (const [key, ending] of this.#pending) {
      if (targets.some((target) => target.key === key)) continue;
      ending.abort();
      this.#pending.delete(key);
    }
    for (const target of targets) {
      if (!this.#done.has(target.key) && !this.#pending.has(target.key)) void this.#fetch(target);
    }
  }

  async #fetch(target: MediaTarget): Promise<void> {
    const ending = new AbortController();
    const { signal } = ending;
    this.#pending.set(target.key, ending);
    const access = openAccess(target, signal);
    const loads = listSources(target).map((source) =>
      this.#bytes.load({ ...source, url: access.resolve(source.url), priority: "low", signal }),
    );
    // A failure is met again by whoever needs the bytes, and told there.
    await Promise.allSettled(loads);
    if (signal.aborted) return;
    // Also ends the timer that keeps the address fresh.
    ending.abort();
    this.#pending.delete(target.key);
    this.#done.add(target.key);
    trimBytes(this.#bytes);
  }
}

/** What comes before the first segment. */
function listSources({ media }: MediaTarget): readonly ByteSource[] {
  if (media.type !== "hls") return [];
  return [{ url: media.url }, ...(media.start?.tracks.map(({ init }) => init) ?? [])];
}
