import type { UnlockState } from "@micro-drama/sdk";
import { sendMouse } from "@web/test-runner-commands";
import { equal, ok } from "../../media/testing/assert.js";
import { frame, type MountedView, middleOf, mountView, series, until } from "../testing/mount-view.js";
import { coins, demo, gateState, NOW, rest, sampleStates, waitFor, walletOf } from "../testing/states.js";

const states = sampleStates(series);
const locked: UnlockState = { name: "locked", offers: [coins, rest, waitFor(3_600_000), demo] };

/** Nothing on the sheet moves any more: a mouse hits what it aims at. */
async function settled(view: MountedView): Promise<void> {
  const sheet = await view.find("[part~=gate]");
  await Promise.all(sheet.getAnimations().map(({ finished }) => finished));
}

async function press(element: Element): Promise<void> {
  await sendMouse({ type: "click", position: middleOf(element) });
}

describe("the lock sheet", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  it("says what it costs, in coins and in money, and what is left afterwards", async () => {
    view = mountView(states.gate);
    const text = (await view.find("[part~=gate]")).textContent?.replaceAll(/\s+/g, " ");
    for (const words of [
      "60 coins",
      "$0.49",
      "All 5 episodes",
      "210 coins",
      "7 min",
      "300 coins",
      "240 coins",
    ])
      ok(text?.includes(words), `${words} is missing in: ${text}`);
    ok(text?.includes("Bonus coins are spent first: 60 coins"), String(text));
  });

  it("is a labelled modal dialog that takes the focus and gives it back", async () => {
    view = mountView(states.playing);
    const opener = await view.find("[part~=episodes-button]");
    opener.focus();
    view.show(gateState(series, locked));
    const dialog = await view.find("[part~=gate]");
    await until(() => view.root.activeElement === dialog, "the dialog has no focus");
    equal(dialog.getAttribute("aria-modal"), "true");
    const label = view.root.getElementById(dialog.getAttribute("aria-labelledby")?.split(" ", 1)[0] ?? "");
    ok(label?.textContent?.includes("The debt"), "the dialog is named after the episode");
    view.show(states.playing);
    await until(() => view.root.activeElement === opener, "the focus did not come back");
  });

  it("keeps Tab inside", async () => {
    view = mountView(states.gate);
    const dialog = await view.find("[part~=gate]");
    const last = await view.find("[part~=gate-episodes-button]");
    const first = await view.find("[part~=gate-close-button]");
    await until(() => view.root.activeElement === dialog, "the dialog has no focus");
    const tab = (from: HTMLElement, shiftKey: boolean) => {
      from.focus();
      from.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Tab", shiftKey, bubbles: true, cancelable: true }),
      );
    };
    tab(last, false);
    equal(view.root.activeElement === first, true);
    tab(first, true);
    equal(view.root.activeElement === last, true);
  });

  it("takes a real press once it is armed", async () => {
    view = mountView(states.gate);
    await settled(view);
    await press(await view.find("[part~=unlock-button]"));
    equal(view.calls, ["chooseOffer one undefined"]);
  });

  it("takes no press before", async () => {
    view = mountView(states["gate-unarmed"]);
    await settled(view);
    const button = await view.find("[part~=unlock-button]");
    equal(button.getAttribute("aria-disabled"), "true");
    await press(button);
    equal(view.calls, []);
  });

  it("takes no press that began before: it is the end of a swipe", async () => {
    view = mountView(states["gate-unarmed"]);
    await settled(view);
    await sendMouse({ type: "move", position: middleOf(await view.find("[part~=unlock-button]")) });
    await sendMouse({ type: "down" });
    view.show(gateState(series, locked));
    await sendMouse({ type: "up" });
    await frame();
    equal(view.calls, []);
  });

  it("takes no press of a script", async () => {
    view = mountView(states["gate-poor"]);
    (await view.find("[part~=top-up-button]")).click();
    view.show(gateState(series, locked));
    (await view.find("[part~=unlock-button]")).click();
    equal(view.calls, []);
  });

  it("never offers the dearer one by itself, and takes it when it was chosen", async () => {
    view = mountView(states.gate);
    await settled(view);
    const [one, all] = view.root.querySelectorAll<HTMLInputElement>("[name=offer]");
    equal([one?.checked, all?.checked], [true, false]);
    if (all) await press(all);
    const button = await view.find("[part~=unlock-button]");
    ok(button.textContent?.includes("210 coins"), "the button says the price of what it does");
    await press(button);
    equal(view.calls, ["chooseOffer rest undefined"]);
  });

  it("short of coins says by how much, and adds demonstration coins that are called so", async () => {
    view = mountView(states["gate-poor"]);
    await settled(view);
    const unlock = await view.find("[part~=unlock-button]");
    equal([unlock.getAttribute("aria-disabled"), unlock.textContent?.trim()], ["true", "20 coins short"]);
    const topUp = await view.find("[part~=top-up-button]");
    ok(topUp.textContent?.includes("Demonstration"), "play money is not called so");
    await press(topUp);
    equal(view.calls, ["chooseOffer demo undefined"]);
  });

  it("keeps more coins out of the way of a viewer who has enough", async () => {
    view = mountView({ ...gateState(series, locked), wallet: walletOf(60, 0) });
    const topUp = await view.find("[part~=top-up-button]");
    ok(topUp.closest("details:not([open])"), "the top-up is not folded away");
  });

  it("counts a wait down by the server's clock, and then lets the viewer in for free", async () => {
    const soon = waitFor(300);
    view = mountView({ ...gateState(series, { name: "locked", offers: [coins, soon] }), serverNow: NOW });
    const wait = await view.find("[part~=wait]");
    ok(wait.textContent?.includes("0:01"), `the clock says ${wait.textContent}`);
    const button = await view.find("[part~=wait-button]");
    await press(button);
    equal(view.calls, ["chooseOffer wait undefined"]);
  });

  it("sends a code with the offer that asks for it", async () => {
    view = mountView(states["gate-other-ways"]);
    await settled(view);
    const field = await view.find<HTMLInputElement>("[name=code]");
    field.value = " LANTERN ";
    await press(await view.find("[part~=code-form] button"));
    equal(view.calls, ['chooseOffer code {"code":"LANTERN"}']);
  });

  for (const name of [
    "unlocking",
    "pending",
    "confirming",
    "checking",
    "failed",
    "unavailable",
    "signed-out",
  ] as const) {
    it(`${name}: nothing can be bought, and there is a way out`, async () => {
      view = mountView(states[`gate-${name}`]);
      await settled(view);
      const buying = view.root.querySelectorAll(
        "[part~=unlock-button]:not([aria-disabled]), [part~=top-up-button]:not([aria-disabled]), [part~=offer-button]:not([aria-disabled])",
      );
      equal(buying.length, 0);
      (await view.find("[part~=gate-back-button]")).click();
      (await view.find("[part~=gate-close-button]")).click();
      equal(view.calls, ["closeGate", "closeGate"]);
    });
  }

  it("leads back to the last episode that plays", async () => {
    view = mountView({ ...gateState(series, locked), index: 6 });
    const back = await view.find("[part~=gate-back-button]");
    equal(back.textContent?.trim(), "Back to episode 3");
  });

  it("leaves the film above it to the swipe", async () => {
    view = mountView(states.gate);
    await settled(view);
    const { top } = (await view.find("[part~=gate]")).getBoundingClientRect();
    ok(top > 80, `only ${top} px of the film are left`);
    const hit = view.root.elementFromPoint(195, top / 2);
    ok(hit?.closest(".viewport"), `a finger there meets ${hit?.className}`);
  });
});
