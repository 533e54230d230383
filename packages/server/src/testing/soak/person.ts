import { randomUUID } from "node:crypto";
import type { Client, Reply } from "./client.js";
import { createHistory, type FinalView, findMerge, type Gift, type History, selectOwed } from "./history.js";
import { look } from "./look.js";
import { Purchases } from "./purchases.js";
import { grantedOf } from "./read-replies.js";
import { GUESTS, type Guest, type Identity, LOCKED, type Step, type Story } from "./schedule.js";
import { signIn } from "./sign-in.js";
import type { Staff } from "./staff.js";
import { times } from "./times.js";
import { watchFilm } from "./watch-film.js";

/** Who somebody is to the platform. */
export interface Credentials {
  readonly token: string;
  readonly subject: string;
  /** Of guests: the proof that merges them. */
  readonly refreshToken?: string;
}

/** What a person has in hand. */
export interface PersonOptions {
  readonly story: Story;
  readonly client: Client;
  readonly staff: Staff;
  readonly account: Credentials;
  /** Where this person is: servers count guests and refused tokens by address. */
  readonly address: string;
  /** As many as the story says. */
  readonly guests: Readonly<Partial<Record<Guest, Credentials>>>;
  /** One that everybody in the round has, and one that is good for one viewer and that some more have. */
  readonly codes: { readonly shared: string; readonly wanted: string };
  /** Nobody else has them. */
  readonly takeCode: () => string;
}

/** Lives a story over HTTP, and remembers it. */
export class Person {
  readonly history: History;
  readonly #options: PersonOptions;
  readonly #purchases: Purchases;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.history = createHistory(options.story);
    this.#purchases = new Purchases(this.history, (who, sending) => this.#send(who, sending));
  }

  /** Acts; resolves when every request was answered or given up. */
  async live(): Promise<void> {
    for (const [moment, steps] of this.#options.story.moments.entries())
      await Promise.all(steps.map((step) => this.#act(step, moment)));
  }

  /** Sends whatever has no end yet once more; true: nothing is left. */
  async settle(): Promise<boolean> {
    const { history } = this;
    const moment = history.story.moments.length;
    const unmerged = history.merges.filter(({ doneIn }) => doneIn === undefined);
    await Promise.all(unmerged.map(({ who }) => this.#merge(who, moment)));
    await Promise.all(
      history.keyed.filter(({ end }) => !end).map((keyed) => this.#purchases.sendKeyed(keyed)),
    );
    await Promise.all(history.refunds.map((refund) => this.#options.staff.settleRefund(refund)));
    const revoked = history.revocations.filter(({ isSettled }) => !isSettled);
    await Promise.all(revoked.map((end) => this.#options.staff.revoke(this.#subjectOf(end.who), end)));
    await Promise.all(history.gifts.map((gift) => this.#options.staff.give(this.#subjectOf(gift.who), gift)));
    return (
      history.keyed.every(({ end }) => end) &&
      [...history.refunds, ...history.revocations].every(({ isSettled }) => isSettled) &&
      history.gifts.every(({ isGiven }) => isGiven !== undefined) &&
      history.merges.every(({ doneIn }) => doneIn !== undefined)
    );
  }

  /** What the platform says about this person now; undefined: it says nothing. */
  async look(): Promise<readonly FinalView[] | undefined> {
    const views = await Promise.all(
      this.#identities().map((who) =>
        look(who, {
          ask: (path) => this.#send(who, { path }),
          readDebt: () => this.#options.staff.debtOf(this.#subjectOf(who), this.history),
        }),
      ),
    );
    return views.every((view) => view !== undefined) ? views : undefined;
  }

  #identities(): readonly Identity[] {
    return [...this.#guests().filter((who) => findMerge(this.history, who)?.doneIn === undefined), "account"];
  }

  #act(drawn: Step, moment: number): Promise<unknown> {
    const step = this.#own(drawn);
    switch (step.do) {
      case "check":
        return this.#check(step.who, step.series, moment);
      case "read":
        return this.#send(step.who, { path: step.path });
      case "buy":
        return this.#purchases.volley(step, moment, "coins", [step.episode], step.series);
      case "bundle":
        return this.#purchases.volley(step, moment, "rest", LOCKED, step.series);
      case "redeem": {
        const code = step.code === "own" ? this.#options.takeCode() : this.#options.codes[step.code];
        return this.#purchases.volley(step, moment, "code", [step.episode], step.series, code);
      }
      case "wait":
        return this.#purchases.wait(step, moment);
      case "film": {
        const asking = { ...step, who: step.who, moment };
        return watchFilm(this.history, asking, (path) => this.#send(asking.who, { path }));
      }
      case "gift":
        return this.#give(step, moment);
      case "topup":
        return this.#purchases.volley(step, moment, "topup", [], "");
      case "repeat":
        return this.#withNth(this.history.keyed, step.nth, (keyed) => this.#purchases.sendKeyed(keyed));
      case "ask":
        return this.#withNth(this.history.keyed, step.nth, (keyed) => this.#purchases.ask(keyed));
      case "refund":
        return this.#refund(step.nth, step.copies, moment);
      case "revoke": {
        const { series, episodes } = step;
        const { who } = step;
        const end = { who, series, episodes, moment, ended: 0, wasLost: false, isSettled: false };
        this.history.revocations.push(end);
        return this.#options.staff.revoke(this.#subjectOf(who), end);
      }
      case "merge":
        return Promise.all(
          this.#guests()
            .filter((guest) => step.who === guest || step.who === "all")
            .flatMap((guest) => times(step.copies, () => this.#merge(guest, moment))),
        );
    }
  }

  /** Whoever this person never was is the account. */
  #own(step: Step): Step {
    if (!("who" in step) || step.do === "merge") return step;
    return step.who === "account" || this.#options.guests[step.who] ? step : { ...step, who: "account" };
  }

  #guests(): readonly Guest[] {
    return GUESTS.filter((guest) => this.#options.guests[guest]);
  }

  #credentials(who: Identity): Credentials {
    return (who === "account" ? undefined : this.#options.guests[who]) ?? this.#options.account;
  }

  #subjectOf(who: Identity): { readonly who: Identity; readonly subject: string } {
    return { who, subject: this.#credentials(who).subject };
  }

  #send(who: Identity, sending: { path: string; key?: string; body?: object }): Promise<Reply> {
    const { client, address } = this.#options;
    return client.send({ ...sending, from: address, token: this.#credentials(who).token });
  }

  #withNth<T>(list: readonly T[], nth: number, act: (item: T) => Promise<unknown>): Promise<unknown> {
    const item = list[nth % list.length];
    return item === undefined ? Promise.resolve() : act(item);
  }

  /** Whatever was granted before this moment has to be seen, on whichever server it is asked. */
  async #check(who: Identity, series: string, moment: number): Promise<void> {
    const owed = () =>
      selectOwed(this.history, who, moment)
        .map((ref) => `${ref.series}/${ref.episode}`)
        .filter((ref) => ref.startsWith(`${series}/`));
    const before = owed();
    const reply = await this.#send(who, { path: `/series/${series}/access` });
    // A guest who is being merged is a stranger from then on, to whom everything is locked.
    if (reply?.status !== 200 || findMerge(this.history, who)) return;
    const granted = grantedOf(reply);
    // A revocation or refund of this very moment may have come first.
    const still = owed();
    const missing = before.filter((ref) => still.includes(ref) && !granted.includes(ref));
    for (const ref of missing)
      this.history.faults.push(`a check in moment ${moment} did not show ${ref} to ${who}`);
  }

  #give({ series, episodes, coins, copies, ...step }: Extract<Step, { do: "gift" }>, moment: number) {
    const gift: Gift = { who: step.who, ref: randomUUID(), coins, series, episodes, moment };
    this.history.gifts.push(gift);
    const viewer = this.#subjectOf(gift.who);
    return Promise.all(times(copies, () => this.#options.staff.give(viewer, gift)));
  }

  async #refund(nth: number, copies: number, moment: number): Promise<void> {
    const bought = this.history.keyed.filter(({ end }) => end?.status === 200 && end.receipt !== undefined);
    const keyed = bought[nth % bought.length];
    if (!keyed?.end?.receipt) return;
    const { receipt } = keyed.end;
    // One record for a receipt, however often it is tried: only one of them can do anything.
    const known = this.history.refunds.find((refund) => refund.receipt === receipt);
    const refund = known ?? { keyed, receipt, moment, wasLost: false, isSettled: false };
    if (!known) this.history.refunds.push(refund);
    await Promise.all(times(copies, () => this.#options.staff.refund(refund)));
  }

  #merge(who: Guest, moment: number): Promise<void> {
    const { refreshToken } = this.#credentials(who);
    return signIn(this.history, { who, moment }, () =>
      this.#send("account", { path: "/merges", body: { refreshToken } }),
    );
  }
}
