import { createEntitlements } from "../create-entitlements.js";
import { createMemoryAdapter } from "../memory/index.js";

/** What is told of a purchase in a place that a test cannot look into. */
export interface Purchase {
  /** Where the two presses came to rest, `granted` when all went well. */
  readonly states: readonly string[];
  /** Of 100, at a price of 30. */
  readonly coinsLeft: number | undefined;
  /** What `localStorage` is there: `present`, `absent`, or the name of the error that its mention throws. */
  readonly storage: string;
}

/** Buys an episode, with a second press in the same moment, on the surroundings as they are. */
export async function buyAnEpisode(): Promise<Purchase> {
  const adapter = createMemoryAdapter({ episodes: ["e01"], price: 30, wallet: { paid: 100, bonus: 0 } });
  const entitlements = createEntitlements({ adapter });
  const ref = { series: "lantern", episode: "e01" };
  await entitlements.check([ref], { cause: "init" });
  const state = entitlements.stateOf(ref);
  const offer = state.name === "locked" ? state.offers.find(({ kind }) => kind === "coins") : undefined;
  if (!offer) throw new Error(`no offer in the state ${state.name}`);
  const presses = await Promise.all([entitlements.unlock(ref, offer), entitlements.unlock(ref, offer)]);
  const coinsLeft = entitlements.snapshot.wallet?.balances[0]?.paid;
  entitlements.close();
  return { states: presses.map(({ name }) => name), coinsLeft, storage: nameStorage() };
}

function nameStorage(): string {
  try {
    return (globalThis as { localStorage?: object }).localStorage ? "present" : "absent";
  } catch (error) {
    return (error as Error).name;
  }
}
