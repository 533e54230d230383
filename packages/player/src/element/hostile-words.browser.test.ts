import type { EntitlementAdapter, Offer } from "@micro-drama/protocol";
import { equal, ok } from "../media/testing/assert.js";
import { type Mounted, manifestOf, mount } from "./testing/mount.js";

const wounds: string[] = [];
Object.assign(globalThis, { wound: (where: string) => wounds.push(where) });

/** What somebody would write who may name a series, an episode or an offer, and wants a script in the page. */
const hostile = (where: string) =>
  `"'><img src=x onerror="wound('${where}')"><svg onload="wound('${where}')"><script>wound('${where}')</script>\${wound('${where}')}`;

/** A platform whose every word is hostile. Its addresses cannot be: an answer with a `javascript:` in it is refused whole. */
const OFFERS = [
  { id: "coins", kind: "coins", price: { amount: 9, currency: "COIN" }, label: hostile("coins") },
  { id: "code", kind: "code", label: hostile("code") },
  {
    ...{ id: "topup", kind: "topup", coins: 10, label: hostile("topup"), data: { note: hostile("data") } },
    action: { type: "url", href: "https://coins.example/" },
  },
  { id: "page", kind: "custom", action: { type: "host" }, label: hostile("custom") },
] as readonly Offer[];

const adapter: EntitlementAdapter = {
  metadata: { name: `hostile-${Math.random()}`, version: "1" },
  check: async (refs) => ({
    items: refs.map((ref) => ({ ref, state: "locked", offers: OFFERS })),
    serverNow: new Date().toISOString(),
  }),
  unlock: async () => ({ outcome: "declined", reason: "policy" }),
};

describe("<micro-drama> with hostile words", () => {
  let mounted: Mounted;
  const complaints: SecurityPolicyViolationEvent[] = [];

  before(() => {
    document.addEventListener("securitypolicyviolation", (event) => complaints.push(event));
    // From here on a browser that knows trusted types refuses to make elements out of strings.
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
    document.head.append(policy);
  });
  afterEach(() => mounted.remove());

  const open = () =>
    mount({
      adapter,
      attributes: { mode: "page" },
      manifest: (server) => {
        const { episodes, ...series } = manifestOf(server) as { episodes: object[] };
        return {
          ...series,
          title: hostile("series"),
          synopsis: hostile("synopsis"),
          episodes: episodes.map((episode, i) => ({
            ...episode,
            title: hostile(`e${i + 1}`),
            synopsis: hostile(`synopsis of e${i + 1}`),
          })),
          next: { url: "https://series.example/next", title: hostile("next") },
        };
      },
    });

  /** Whatever would run, if it could, and has had the time to. */
  const dangers = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const root = mounted.element.shadowRoot;
    const elements = [...(root?.querySelectorAll("*") ?? [])];
    return JSON.stringify({
      wounds,
      policy: complaints.map(({ sample }) => sample),
      handlers: elements.filter(({ attributes }) => [...attributes].some(({ name }) => name.startsWith("on")))
        .length,
      addresses: elements
        .flatMap(({ attributes }) => [...attributes])
        .filter(({ value }) => value.trimStart().startsWith("javascript:")).length,
      scripts: root?.querySelectorAll("script").length,
    });
  };
  const NONE = JSON.stringify({ wounds: [], policy: [], handlers: 0, addresses: 0, scripts: 0 });

  it("shows them as words, in the player and on the sheet", async () => {
    mounted = await open();
    equal(await dangers(), NONE);
    mounted.element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    const buy = await mounted.button(/<img src=x onerror="wound\('custom'\)">/);
    ok(buy.textContent?.includes("<script>"), "the offer's words are not there as words");
    equal(await dangers(), NONE);
  });

  it("shows them as words when a purchase is declined", async () => {
    mounted = await open();
    mounted.element.goTo("e2");
    await mounted.until(({ access }) => access === "locked", "no offers");
    const [coins] = OFFERS;
    if (coins) await mounted.element.unlock(coins);
    equal(mounted.element.state.stage, "gate");
    equal(await dangers(), NONE);
  });
});
