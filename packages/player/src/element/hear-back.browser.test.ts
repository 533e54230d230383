import type { EntitlementAdapter } from "@micro-drama/protocol";
import { equal } from "../media/testing/assert.js";
import { type Mounted, mount } from "./testing/mount.js";

const ADAPTER: EntitlementAdapter = {
  metadata: { name: "shop", version: "1" },
  check: async (refs) => ({
    items: refs.map((ref) => ({
      ref,
      state: "locked",
      offers: [{ id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } }],
    })),
    serverNow: new Date().toISOString(),
  }),
  unlock: () => Promise.reject(new Error("not asked")),
};

describe("Back in an opened player", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  it("takes away the panel, then the sheet of a lock, then the player", async () => {
    history.replaceState(null, "");
    mounted = await mount({ adapter: ADAPTER, attributes: { "back-closes": "" } });
    const { element } = mounted;
    (await mounted.button(/./)).click();
    await mounted.until(({ mode }) => mode === "immersive", "not opened");
    const entry = (): unknown => (history.state as { microDrama?: unknown } | null)?.microDrama;
    await mounted.until(() => entry() === true, "no entry for Back");
    element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    history.back();
    await mounted.until(({ episode }) => episode === "e1", "still at the lock");
    equal(element.state.mode, "immersive");
    await mounted.until(() => entry() === true, "no entry for the next Back");
    history.back();
    await mounted.until(({ mode }) => mode === "inline", "still open");
    equal(entry(), undefined);
  });
});
