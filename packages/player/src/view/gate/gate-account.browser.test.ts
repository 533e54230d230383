import { equal, ok } from "../../media/testing/assert.js";
import { type MountedView, mountView, series, until } from "../testing/mount-view.js";
import { coins, gateState, sampleStates } from "../testing/states.js";

const states = sampleStates(series);

/** What a person reads, without the white space of templates. */
function textOf(element: Element): string {
  return element.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
}

describe("the lock sheet, beside its offers", () => {
  let view: MountedView;
  afterEach(() => view.remove());

  it("is a dialog whose name says the price", async () => {
    view = mountView(states.gate);
    const dialog = await view.find("[part~=gate]");
    await view.find("#gate-price");
    const ids = dialog.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const name = ids.map((id) => view.root.getElementById(id)?.textContent).join(" ");
    ok(name.includes("The debt") && name.includes("60 coins"), name);
  });

  it("leads to where a purchase is confirmed, without telling that page where it stands", async () => {
    view = mountView(states["gate-confirm"]);
    const link = await view.find<HTMLAnchorElement>("[part~=confirm-link]");
    equal([link.href, link.target], ["https://platform.example/confirm/1", "_blank"]);
    ok(link.relList.contains("noopener"), link.rel);
  });

  it("offers sign-in where the platform asks for it first", async () => {
    view = mountView(states["gate-sign-in-first"]);
    (await view.find("[part~=sign-in-button]")).click();
    equal(view.calls, ["signIn"]);
  });

  it("says that there is no film to show, and that nothing was lost", async () => {
    view = mountView(states["gate-no-ad"]);
    const text = textOf(await view.find("[part~=decline]"));
    ok(text.includes("no film"), text);
  });

  it("offline it says so and sells nothing", async () => {
    view = mountView(states["gate-offline"]);
    const text = textOf(await view.find("[part~=decline]"));
    ok(text.includes("offline"), text);
    equal((await view.find("[part~=unlock-button]")).getAttribute("aria-disabled"), "true");
  });

  it("says until when a right lasts, and never that it is for good", async () => {
    view = mountView(states["gate-until"]);
    const text = textOf(await view.find("[part~=gate]"));
    ok(text.includes("December 22, 2026") && !text.includes("keep it"), text);
  });

  it("says when an episode comes out that is not out yet", async () => {
    const gate = states["gate-not-out"];
    const episode = { ...gate.gate?.episode, publishAt: "2027-01-10T18:00:00Z" } as NonNullable<
      typeof gate.gate
    >["episode"];
    view = mountView(gateState(series, { name: "unavailable", reason: "not-published" }, { episode }));
    const text = textOf(await view.find("[part~=gate]"));
    ok(text.includes("January 10, 2027"), text);
  });

  it("short of coins it shows every pack, and the smallest that suffices stands out", async () => {
    view = mountView(states["gate-packs"]);
    await view.find("[part~=packs]");
    const packs = [...view.root.querySelectorAll("[part~=top-up-button]")];
    equal(packs.map(textOf), ["Get 300 coins $2.99", "Get 1,200 coins $9.99"]);
    equal(
      packs.map((pack) => pack.classList.contains("is-primary")),
      [true, false],
    );
  });

  it("says what the rest costs one by one, beside the bundle", async () => {
    const oneByOne = { amount: 300, currency: "COIN" };
    view = mountView({ ...states.gate, account: { spentByRule: 0, oneByOne } });
    await until(() => view.root.textContent?.includes("One by one: 300 coins"), "the sum is missing");
  });

  it("looks again for what was bought, and asks for the purchases", async () => {
    view = mountView(states.gate);
    (await view.find("[part~=restore-button]")).click();
    (await view.find("[part~=purchases-button]")).click();
    equal(view.calls, ['askAccount {"type":"restore"}', 'askAccount {"type":"show-purchases"}']);
  });

  it("shows receipts with number, time and price, asks for older ones, and leads back", async () => {
    view = mountView(states["gate-purchases"]);
    const list = textOf(await view.find("[part~=purchases]"));
    for (const words of ["Episode 4", "60 coins", "Receipt r-2041", "Coins added", "November 22, 2026"])
      ok(list.includes(words), `${words} is missing in: ${list}`);
    (await view.find("[part~=older-button]")).click();
    (await view.find("[part~=purchases-back-button]")).click();
    equal(view.calls, ['askAccount {"type":"show-older-purchases"}', 'askAccount {"type":"hide-purchases"}']);
  });

  it("asks to be reminded of a wait's end", async () => {
    view = mountView(states.gate);
    (await view.find("[part~=reminder-button]")).click();
    ok(view.calls[0]?.startsWith('askAccount {"type":"remind"'), view.calls.join());
  });

  it("has its rule for buying without a press folded away and off, and no script can turn it on", async () => {
    view = mountView(states.gate);
    const rule = await view.find<HTMLDetailsElement>("[part~=rule]");
    equal(rule.open, false);
    equal(
      [...rule.querySelectorAll("input")].map(({ value }) => value),
      ["60", "300"],
    );
    rule.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
    equal(view.calls, []);
  });

  it("shows what the rule has spent, and one tap stops it", async () => {
    view = mountView(states["gate-rule-on"]);
    const rule = textOf(await view.find("[part~=rule]"));
    ok(rule.includes("300 coins per visit") && rule.includes("So far 60 coins"), rule);
    ok(!textOf(await view.find("[part~=gate]")).includes("Swiping never spends"), "that is not true now");
    (await view.find("[part~=rule-stop-button]")).click();
    equal(view.calls, ['askAccount {"type":"set-auto-unlock","rule":null}']);
  });

  it("tells over the film what the rule bought, and stops it there too", async () => {
    view = mountView(states["bought-by-rule"]);
    const notice = await view.find("[part~=account-notice]");
    const text = textOf(notice);
    ok(text.includes("Episode 3: 60 coins spent by your rule · So far 120 coins"), text);
    (await view.find("[part~=rule-stop-button]")).click();
    equal(view.calls, [
      'askAccount {"type":"set-auto-unlock","rule":null}',
      'askAccount {"type":"dismiss-notice"}',
    ]);
  });

  it("tells what came along to the account", async () => {
    view = mountView(states.merged);
    const text = textOf(await view.find("[part~=account-notice]"));
    ok(text.includes("3 episodes came along") && text.includes("60 coins"), text);
  });

  it("shut where nothing plays before it, it leaves a button that opens it again", async () => {
    view = mountView(states["gate-shut"]);
    (await view.find("[part~=open-gate-button]")).click();
    equal(view.calls, ["openGate"]);
    equal(view.root.querySelector("[part~=gate]"), null);
  });

  it("shows that there is more below, until the end is reached", async () => {
    view = mountView(states["gate-poor"]);
    (view.root.host as HTMLElement).style.height = "420px";
    const body = await view.find("[part~=gate] .sheet-body");
    await until(() => body.hasAttribute("data-more-below"), "no sign of more");
    body.scrollTop = body.scrollHeight;
    await until(() => !body.hasAttribute("data-more-below"), "the sign stays");
  });

  it("plays a teaser behind itself, silent, and takes it away with the lock", async () => {
    const episode = { ...series.episodes[3], teaser: "data:video/mp4;base64," };
    view = mountView(
      gateState(series, { name: "locked", offers: [coins] }, {
        episode,
      } as Parameters<typeof gateState>[2]),
    );
    const teaser = await view.find<HTMLVideoElement>("[part~=teaser]");
    equal([teaser.muted, teaser.controls, teaser.getAttribute("aria-hidden")], [true, false, "true"]);
    view.show(states.playing);
    equal(view.root.querySelector("[part~=teaser]"), null);
  });
});
