import type { Access, CheckResult, EntitlementAdapter, EpisodeRef } from "@micro-drama/protocol";
import { equal } from "../media/testing/assert.js";
import { until } from "../media/testing/stage.js";
import { type Mounted, mount } from "./testing/mount.js";

const COINS = { id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } } as const;

/** A platform whose first grant ends after so long, and whose later answers wait for `answer`. */
function createRental(lastsMs: number) {
  let answer = (_access: Partial<Access>): void => {};
  const later = new Promise<Partial<Access>>((resolve) => {
    answer = resolve;
  });
  const rental = { checks: 0, answer: (access: Partial<Access>) => answer(access), url: "" };
  const grantUntil = (ms: number): Partial<Access> => ({
    ...{ state: "granted", via: "coins", until: new Date(Date.now() + ms).toISOString() },
    playback: { url: rental.url, type: "hls", session: "x", captions: [] },
  });
  const answerTo = (refs: readonly EpisodeRef[], access: Partial<Access>): CheckResult => ({
    items: refs.map((ref) => ({ ref, ...access }) as Access),
    serverNow: new Date().toISOString(),
  });
  const adapter: EntitlementAdapter = {
    metadata: { name: `rental-${Math.random()}`, version: "1" },
    check: async (refs) => {
      rental.checks += 1;
      return answerTo(refs, rental.checks === 1 ? grantUntil(lastsMs) : await later);
    },
    unlock: async () => ({ outcome: "declined", reason: "policy" }),
  };
  return { rental, adapter, grantUntil };
}

describe("<micro-drama> when a timed grant ends in the middle of its film", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  async function watchUntilItEnds() {
    const { rental, adapter, grantUntil } = createRental(4000);
    mounted = await mount({
      adapter,
      attributes: { mode: "page", muted: "", episode: "e2" },
      manifest: (server) => {
        rental.url = server.url("fmp4/main.m3u8");
        return {
          ...{ version: 1, id: "s", title: "The Series" },
          episodes: [
            {
              id: "e1",
              number: 1,
              title: "One",
              access: "free",
              source: { type: "mp4", url: server.url("film.mp4") },
            },
            { id: "e2", number: 2, title: "Two", access: "locked", duration: 8 },
          ],
        };
      },
    });
    mounted.element.play();
    await mounted.until(({ stage }) => stage === "playing", "does not play");
    await until(() => rental.checks === 2);
    return { rental, grantUntil };
  }
  const playsOn = async (): Promise<void> => {
    const from = mounted.element.state.position;
    await mounted.until(({ stage, position }) => stage === "playing" && position > from + 0.5, "stops");
  };

  it("plays on while the platform is asked, and when it grants again", async () => {
    const { rental } = await watchUntilItEnds();
    await playsOn();
    rental.answer({ state: "granted", via: "coins", until: new Date(Date.now() + 60_000).toISOString() });
    await playsOn();
    equal((await mounted.server.requests(/main\.m3u8/)).length, 1, "the film was loaded again:");
    equal(
      mounted.events.filter((name) => name.startsWith("drama-gate")),
      [],
    );
  });

  it("shows the offers when the platform says no", async () => {
    const { rental } = await watchUntilItEnds();
    rental.answer({ state: "locked", offers: [COINS] });
    await mounted.until(({ stage, access }) => stage === "gate" && access === "locked", "plays on");
  });
});
