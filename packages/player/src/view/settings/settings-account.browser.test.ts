import { equal, ok } from "../../media/testing/assert.js";
import { type MountedView, mountView, series, until } from "../testing/mount-view.js";
import { sampleState, sampleStates } from "../testing/states.js";

const states = sampleStates(series);

describe("the settings, about what was spent", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  it("lead to the purchases", async () => {
    view = mountView(states["settings-account"]);
    (await view.find("[part~=purchases-button]")).click();
    equal(view.calls, ['askAccount {"type":"show-purchases"}']);
  });

  it("show what the rule has spent, and one tap stops it", async () => {
    view = mountView(states["settings-account"]);
    const rule = await view.find("[part~=rule]");
    ok(rule.textContent?.includes("So far 120 coins"), rule.textContent ?? "");
    (await view.find("[part~=rule-stop-button]")).click();
    equal(view.calls, ['askAccount {"type":"set-auto-unlock","rule":null}']);
  });

  it("have no word of purchases where the platform shows none", async () => {
    const account = { rule: null, spentByRule: 0, showsReceipts: false };
    view = mountView({ ...sampleState(series), panel: "settings", account });
    await view.find(".setting-switch");
    equal(view.root.querySelector("[part~=purchases-button], [part~=rule]"), null);
  });

  it("take the focus to the purchases; Escape leads back to the settings, and to the button", async () => {
    view = mountView(states["settings-account"]);
    (await view.find("[part~=purchases-button]")).focus();
    view.show(states["settings-purchases"]);
    const page = await view.find("[part~=purchases]");
    await until(() => view.root.activeElement === page, "the focus stays behind");
    const press = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    page.dispatchEvent(press);
    equal([press.defaultPrevented, view.calls], [true, ['askAccount {"type":"hide-purchases"}']]);
    view.show(states["settings-account"]);
    const button = await view.find("[part~=purchases-button]");
    await until(() => view.root.activeElement === button, "the focus is lost");
  });
});
