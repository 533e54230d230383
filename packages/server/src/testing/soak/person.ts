import { randomUUID } from "node:crypto";
import type { Client, Reply } from "./client.js";
import { createHistory, type FinalView, type History, type Keyed, selectOwed } from "./history.js";
import { isPassing, noteAnswer } from "./note-answer.js";
import { coinsOf, grantedOf, isLocked } from "./read-replies.js";
import { type Identity, LOCKED, SERIES, type Step, type Story, TOPUP, type Volley } from "./schedule.js";
import type { Staff } from "./staff.js";

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
  /** Absent: this person never was one. */
  readonly guest?: Credentials;
  /** One that everybody in the round has. */
  readonly sharedCode: string;
  /** Nobody else has them. */
  readonly takeCode: () => string;
}

/** Far above every price. */
const MAX_PRICE = { amount: 100_000, currency: "COIN" };

/** Lives a story over HTTP, and remembers it. */
export class Person {
  readonly history: History;
  readonly #options: PersonOptions;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.history = createHistory(options.story);
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
    if (history.merge && history.merge.doneIn === undefined) await this.#merge(moment);
    await Promise.all(history.keyed.filter(({ end }) => !end).map((keyed) => this.#sendKeyed(keyed)));
    await Promise.all(history.refunds.map((refund) => this.#options.staff.settleRefund(refund)));
    const revoked = history.revocations.filter(({ isSettled }) => !isSettled);
    await Promise.all(revoked.map((end) => this.#options.staff.revoke(this.#subjectOf(end.who), end)));
    return (
      history.keyed.every(({ end }) => end) &&
      [...history.refunds, ...history.revocations].every(({ isSettled }) => isSettled) &&
      (!history.merge || history.merge.doneIn !== undefined)
    );
  }

  /** What the platform says about this person now; undefined: it says nothing. */
  async look(): Promise<readonly FinalView[] | undefined> {
    const views = await Promise.all(this.#identities().map((who) => this.#lookAs(who)));
    return views.every((view) => view !== undefined) ? views : undefined;
  }

  #identities(): readonly Identity[] {
    const isMerged = this.history.merge?.doneIn !== undefined;
    return this.#options.guest && !isMerged ? ["guest", "account"] : ["account"];
  }

  async #lookAs(who: Identity): Promise<FinalView | undefined> {
    const wallet = await this.#send(who, { path: "/wallet" });
    const series = await Promise.all(SERIES.map((id) => this.#send(who, { path: `/series/${id}/access` })));
    if (wallet?.status !== 200 || series.some((reply) => reply?.status !== 200)) return undefined;
    const debt = await this.#options.staff.debtOf(this.#subjectOf(who), this.history);
    if (debt === undefined) return undefined;
    const granted = series.flatMap((reply) => grantedOf(reply));
    return { who, coins: coinsOf(wallet) - debt, granted: granted.filter(isLocked) };
  }

  #act(step: Step, moment: number): Promise<unknown> {
    switch (step.do) {
      case "check":
        return this.#check(this.#as(step.who), step.series, moment);
      case "read":
        return this.#send(this.#as(step.who), { path: step.path });
      case "buy":
        return this.#volley(step, moment, "coins", [step.episode], step.series);
      case "bundle":
        return this.#volley(step, moment, "rest", LOCKED, step.series);
      case "redeem": {
        const code = step.code === "own" ? this.#options.takeCode() : this.#options.sharedCode;
        return this.#volley(step, moment, "code", [step.episode], step.series, code);
      }
      case "topup":
        return this.#volley(step, moment, "topup", [], "");
      case "repeat":
        return this.#withNth(this.history.keyed, step.nth, (keyed) => this.#sendKeyed(keyed));
      case "ask":
        return this.#withNth(this.history.keyed, step.nth, (keyed) => this.#ask(keyed));
      case "refund":
        return this.#refund(step.nth, step.copies, moment);
      case "revoke": {
        const { series, episodes } = step;
        const who = this.#as(step.who);
        const end = { who, series, episodes, moment, ended: 0, wasLost: false, isSettled: false };
        this.history.revocations.push(end);
        return this.#options.staff.revoke(this.#subjectOf(who), end);
      }
      case "merge":
        if (!this.#options.guest) return Promise.resolve();
        return Promise.all(times(step.copies, () => this.#merge(moment)));
    }
  }

  #as(who: Identity): Identity {
    return this.#options.guest ? who : "account";
  }

  #credentials(who: Identity): Credentials {
    return who === "guest" && this.#options.guest ? this.#options.guest : this.#options.account;
  }

  #subjectOf(who: Identity): { readonly who: Identity; readonly subject: string } {
    return { who, subject: this.#credentials(who).subject };
  }

  #send(who: Identity, sending: { path: string; key?: string; body?: object }): Promise<Reply> {
    return this.#options.client.send({ ...sending, token: this.#credentials(who).token });
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
    if (reply?.status !== 200 || (who === "guest" && this.history.merge)) return;
    const granted = grantedOf(reply);
    // A revocation or refund of this very moment may have come first.
    const still = owed();
    const missing = before.filter((ref) => still.includes(ref) && !granted.includes(ref));
    for (const ref of missing)
      this.history.faults.push(`a check in moment ${moment} did not show ${ref} to ${who}`);
  }

  #volley(
    { who, copies, keys }: Volley & { readonly who: Identity },
    moment: number,
    offer: Keyed["offer"],
    episodes: readonly string[],
    series: string,
    code?: string,
  ): Promise<unknown> {
    const body =
      offer === "topup"
        ? { offerId: TOPUP.id }
        : {
            refs: episodes.map((episode) => ({ series, episode })),
            offerId: offer,
            ...(code === undefined ? { maxPrice: MAX_PRICE } : { evidence: { code } }),
          };
    const path = offer === "topup" ? "/topups" : "/unlocks";
    const make = (): Keyed => {
      const sender = { who: this.#as(who), key: randomUUID() };
      const keyed: Keyed = { ...sender, path, offer, body, series, episodes, moment };
      this.history.keyed.push(keyed);
      return keyed;
    };
    const first = make();
    return Promise.all(times(copies, (n) => this.#sendKeyed(keys === "one" || n === 0 ? first : make())));
  }

  async #ask(keyed: Keyed): Promise<void> {
    const reply = await this.#send(keyed.who, { path: `/unlocks/${keyed.key}` });
    if (reply?.status !== 404) noteAnswer(this.history, keyed, reply);
  }

  async #sendKeyed(keyed: Keyed): Promise<void> {
    const { key, path, body } = keyed;
    const reply = await this.#send(keyed.who, { path, key, body });
    if (reply?.status === 401 && this.history.merge?.doneIn !== undefined) await this.#settleAsAccount(keyed);
    else noteAnswer(this.history, keyed, reply);
  }

  /** The guest is over: the account asks what became of the guest's key. One that never arrived bought nothing. */
  async #settleAsAccount(keyed: Keyed): Promise<void> {
    if (keyed.who !== "guest" || keyed.end) return;
    const { key, path, body } = keyed;
    const reply =
      path === "/unlocks"
        ? await this.#send("account", { path: `/unlocks/${key}` })
        : await this.#send("account", { path, key, body });
    if (reply?.status === 404) keyed.end ??= { status: 404, charged: 0, already: false };
    else noteAnswer(this.history, keyed, reply);
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

  async #merge(moment: number): Promise<void> {
    this.history.merge ??= { moment, moved: 0, refunded: 0 };
    const { merge } = this.history;
    const refreshToken = this.#options.guest?.refreshToken;
    const reply = await this.#send("account", { path: "/merges", body: { refreshToken } });
    if (!reply || isPassing(reply.status)) return;
    if (reply.status !== 200) {
      this.history.faults.push(`the merge was refused: ${reply.status} ${String(reply.body.code)}`);
      return;
    }
    const { episodes, refunded } = reply.body as { episodes: number; refunded: { amount: number } | null };
    merge.doneIn ??= moment;
    merge.moved = episodes;
    merge.refunded = refunded?.amount ?? 0;
  }
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
