import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Reply } from "./client.js";
import { findLateWaits, readDueAt } from "./find-wait-faults.js";
import { findMerge, type History, type Keyed } from "./history.js";
import { noteAnswer } from "./note-answer.js";
import { type Identity, type Step, TOPUP, type Volley } from "./schedule.js";
import { times } from "./times.js";

/** Far above every price. */
const MAX_PRICE = { amount: 100_000, currency: "COIN" };

/** What a person sends under keys. */
export class Purchases {
  readonly #history: History;
  readonly #send: (who: Identity, sending: { path: string; key?: string; body?: object }) => Promise<Reply>;

  constructor(
    history: History,
    send: (who: Identity, sending: { path: string; key?: string; body?: object }) => Promise<Reply>,
  ) {
    this.#history = history;
    this.#send = send;
  }

  /** Sends a wish so many times at once, under one key or each under its own. */
  volley(
    { who, copies, keys }: Volley & { readonly who: Identity },
    moment: number,
    offer: Keyed["offer"],
    episodes: readonly string[],
    series: string,
    code?: string,
  ): Promise<readonly Reply[]> {
    const body =
      offer === "topup"
        ? { offerId: TOPUP.id }
        : {
            refs: episodes.map((episode) => ({ series, episode })),
            offerId: offer,
            ...(code === undefined ? {} : { evidence: { code } }),
            ...(offer === "coins" || offer === "rest" ? { maxPrice: MAX_PRICE } : {}),
          };
    const path = offer === "topup" ? "/topups" : "/unlocks";
    const make = (): Keyed => {
      const sender = { who, key: randomUUID() };
      const typed = code === undefined ? {} : { code };
      const keyed: Keyed = { ...sender, path, offer, body, series, episodes, ...typed, moment };
      this.#history.keyed.push(keyed);
      return keyed;
    };
    const first = make();
    return Promise.all(times(copies, (n) => this.sendKeyed(keys === "one" || n === 0 ? first : make())));
  }

  /** Asks what became of a key. */
  async ask(keyed: Keyed): Promise<void> {
    const reply = await this.#send(keyed.who, { path: `/unlocks/${keyed.key}` });
    if (reply?.status !== 404) noteAnswer(this.#history, keyed, reply);
  }

  /** Sends it, or sends it once more: a guest who is over leaves the answer to the account. */
  async sendKeyed(keyed: Keyed): Promise<Reply> {
    const { key, path, body } = keyed;
    const sentAt = Date.now();
    const reply = await this.#send(keyed.who, { path, key, body });
    this.#history.faults.push(...findLateWaits(keyed, reply, sentAt));
    const isOver = findMerge(this.#history, keyed.who)?.doneIn !== undefined;
    if (reply?.status === 401 && isOver) await this.#settleAsAccount(keyed);
    else noteAnswer(this.#history, keyed, reply);
    return reply;
  }

  /** Too early: once more when the platform says that it is time. */
  async wait(step: Extract<Step, { do: "wait" }>, moment: number): Promise<void> {
    const send = () => this.volley(step, moment, "wait", [step.episode], step.series);
    const dueAt = Math.max(...(await send()).map(readDueAt));
    if (dueAt <= 0) return;
    await pause(Math.max(0, dueAt - Date.now()));
    await send();
  }

  /** The guest is over: the account asks what became of the guest's key. One that never arrived bought nothing. */
  async #settleAsAccount(keyed: Keyed): Promise<void> {
    if (keyed.who === "account" || keyed.end) return;
    const { key, path, body } = keyed;
    const reply =
      path === "/unlocks"
        ? await this.#send("account", { path: `/unlocks/${key}` })
        : await this.#send("account", { path, key, body });
    if (reply?.status === 404) keyed.end ??= { status: 404, charged: 0, already: false };
    else noteAnswer(this.#history, keyed, reply);
  }
}
