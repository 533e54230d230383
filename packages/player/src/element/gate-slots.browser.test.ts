import type { EntitlementAdapter, EpisodeRef } from "@micro-drama/protocol";
import { equal, ok } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

const COINS = { id: "one", kind: "coins", price: { amount: 90, currency: "COIN" } } as const;

/** A platform with 100 coins for the viewer. */
function createShop(): EntitlementAdapter {
  let isSold = false;
  const access = (ref: EpisodeRef) =>
    isSold
      ? ({ ref, state: "granted", via: "coins" } as const)
      : ({ ref, state: "locked", offers: [COINS] } as const);
  const wallet = () => ({
    balances: [{ currency: "COIN", paid: isSold ? 10 : 100, bonus: 0 }],
    rev: isSold ? 2 : 1,
  });
  return {
    metadata: { name: `slots-${Math.random()}`, version: "1" },
    check: async (refs) => ({
      items: refs.map(access),
      wallet: wallet(),
      serverNow: new Date().toISOString(),
    }),
    unlock: async ({ refs }) => {
      isSold = true;
      return {
        outcome: "granted",
        items: refs.map(access),
        charged: COINS.price,
        already: false,
        wallet: wallet(),
      };
    },
  };
}

/** Content of the page for a slot. */
function own(slot: string): HTMLElement {
  const element = document.createElement("p");
  element.slot = slot;
  element.textContent = `the page's ${slot}`;
  return element;
}

describe("<micro-drama> with content of the page", () => {
  let mounted: Mounted;
  afterEach(() => mounted.remove());

  const isSeen = (element: Element | null | undefined) => (element?.getClientRects().length ?? 0) > 0;
  const inside = (part: string) => mounted.element.shadowRoot?.querySelector(`[part~=${part}]`);
  async function eventually(test: () => unknown, what: string): Promise<void> {
    await mounted.until(() => Boolean(test()), what);
  }

  it("shows the page's sheet in place of its own, and state and methods suffice to buy", async () => {
    const sheet = own("gate");
    let changes = 0;
    mounted = await mount({
      adapter: createShop(),
      attributes: { mode: "page" },
      before: (element) => {
        element.append(sheet);
        element.addEventListener("drama-lock-change", () => (changes += 1));
      },
    });
    mounted.element.goTo("e2");
    await eventually(() => mounted.element.state.lock?.name === "locked", "no lock in the state");
    await eventually(() => isSeen(sheet), "the page's sheet is not seen");
    await eventually(() => inside("gate"), "the sheet did not come");
    equal(isSeen(inside("gate")), false, "the player's own sheet is seen:");
    const { lock, wallet } = mounted.element.state;
    const offer = lock?.name === "locked" ? lock.offers[0] : undefined;
    equal([offer?.id, wallet?.balances[0]?.paid], ["one", 100]);
    ok(changes > 0, "the page was not told");
    if (offer) equal((await mounted.element.unlock(offer)).name, "granted");
    equal([mounted.element.state.lock, mounted.element.state.wallet?.balances[0]?.paid], [undefined, 10]);
    await eventually(() => !isSeen(sheet), "the page's sheet stays");
  });

  it("leads from the page's sheet to the last episode that plays", async () => {
    mounted = await mount({ adapter: createShop(), attributes: { mode: "page" } });
    mounted.element.goTo("e2");
    await mounted.until(({ stage }) => stage === "gate", "no gate");
    mounted.element.closeGate();
    await mounted.until(({ episode }) => episode === "e1", "not at e1");
  });

  it("closes the lock of a first episode on a page of its own, and opens it again", async () => {
    mounted = await mount({
      adapter: createShop(),
      attributes: { mode: "page" },
      manifest: (server) => {
        const manifest = manifestOf(server) as { episodes: object[] };
        return { ...manifest, episodes: manifest.episodes.slice(1) };
      },
    });
    await mounted.until(({ access }) => access === "locked", "no offers");
    (await mounted.button(/close/i)).click();
    await eventually(() => !inside("gate"), "the sheet stays");
    ok(mounted.events.includes("drama-gate-close"), `told ${mounted.events}`);
    await eventually(() => inside("open-gate-button"), "no way back to the sheet");
    (inside("open-gate-button") as HTMLElement).click();
    await eventually(() => inside("gate"), "the sheet does not come back");
  });

  it("asks the page for a sign-in first", async () => {
    const asked: string[] = [];
    mounted = await mount({ adapter: createShop(), attributes: { mode: "page" } });
    mounted.element.addEventListener("drama-sign-in-request", (event) => {
      asked.push(event.type);
      event.preventDefault();
    });
    mounted.element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    mounted.element.signIn();
    await eventually(() => asked.length === 1, "was not asked");
  });

  it("lays the page's overlay over the film, and shows its terms on the sheet", async () => {
    const [overlay, terms] = [own("overlay"), own("terms")];
    mounted = await mount({
      adapter: createShop(),
      attributes: { mode: "page" },
      before: (element) => element.append(overlay, terms),
    });
    equal([isSeen(overlay), isSeen(terms)], [true, false]);
    mounted.element.goTo("e2");
    await eventually(() => isSeen(terms), "no terms");
  });

  it("shows the page's end card in place of its own", async () => {
    const card = own("end-card");
    mounted = await mount({
      attributes: { mode: "page", autoplay: "" },
      manifest: (server) => {
        const manifest = manifestOf(server) as { episodes: object[] };
        return { ...manifest, episodes: manifest.episodes.slice(0, 1) };
      },
      before: (element) => element.append(card),
    });
    await eventually(() => mounted.element.state.stage === "playing", "does not start");
    equal(isSeen(card), false, "the card is seen before the end:");
    const video = mounted.element.shadowRoot?.querySelector("video");
    ok(video, "no video");
    video.currentTime = video.duration - 0.3;
    await eventually(() => isSeen(card), "no end card of the page");
    equal(isSeen(inside("end-card")), false, "the player's own card is seen:");
  });
});
