import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** An answer of the platform; undefined: none came. */
export type Reply =
  | {
      readonly status: number;
      readonly isReplay: boolean;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | undefined;

/** What is sent. Without `body` it is a GET. */
export interface Sending {
  readonly path: string;
  readonly token?: string;
  readonly key?: string;
  readonly body?: object;
  /** The sender's address, as a proxy in front would say it. */
  readonly from: string;
}

/** Longer than any server takes that still lives. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

/** Speaks HTTP to several processes of one platform, so many requests at a time. */
export interface Client {
  send(sending: Sending): Promise<Reply>;
  readonly counts: {
    readonly sent: number;
    readonly answered: number;
    /** Answers that said "too many requests": load that was asked for and not carried. */
    readonly limited: number;
    /** Requests under way at the same moment, at most. */
    readonly most: number;
  };
  /** Sets how many requests may be under way at a time. */
  limit(concurrency: number): void;
  /** Calls back, once, when so many more answers have come. */
  afterAnswers(count: number, act: () => void): void;
  close(): void;
}

/** @param origins where the processes listen now; each request goes to the next of them */
export function createClient(origins: () => readonly string[]): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const counts = { sent: 0, answered: 0, limited: 0, most: 0 };
  const waiting: (() => void)[] = [];
  let [room, underWay] = [1, 0];
  let alarm: { at: number; act: () => void } | undefined;

  let isClosed = false;

  /** Whoever wants to watch waits while the only server is being started again. */
  const untilSome = async () => {
    for (let waited = 0; origins().length === 0 && !isClosed && waited < PATIENCE_MS; waited += PAUSE_MS)
      await pause(PAUSE_MS);
    return origins();
  };
  const enter = async () => {
    if (underWay >= room) await new Promise<void>((resolve) => waiting.push(resolve));
    underWay += 1;
    counts.most = Math.max(counts.most, underWay);
  };
  const leave = () => {
    underWay -= 1;
    if (underWay < room) waiting.shift()?.();
  };
  const count = (reply: Reply) => {
    if (reply) counts.answered += 1;
    if (reply?.status === 429) counts.limited += 1;
    if (!alarm || counts.answered < alarm.at) return;
    const { act } = alarm;
    alarm = undefined;
    act();
  };
  return {
    counts,
    async send(sending) {
      await enter();
      try {
        const all = await untilSome();
        const origin = all[counts.sent % all.length];
        counts.sent += 1;
        const reply = origin === undefined ? undefined : await exchange(agent, origin, sending);
        count(reply);
        return reply;
      } finally {
        leave();
      }
    },
    limit(concurrency) {
      room = concurrency;
    },
    afterAnswers(more, act) {
      alarm = { at: counts.answered + more, act };
    },
    close() {
      isClosed = true;
      agent.destroy();
    },
  };
}

function exchange(agent: Agent, origin: string, { path, token, key, body, from }: Sending): Promise<Reply> {
  return new Promise((resolve) => {
    const sending = request(`${origin}/drama/v1${path}`, {
      agent,
      method: body ? "POST" : "GET",
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(body ? { "content-type": "application/json" } : {}),
        "x-forwarded-for": from,
      },
    });
    const giveUp = setTimeout(() => sending.destroy(), PATIENCE_MS);
    const end = (reply: Reply) => {
      clearTimeout(giveUp);
      resolve(reply);
    };
    sending.on("response", async (response) => end(await read(response)));
    // Before an answer begins; one that breaks off afterwards fails its reader.
    sending.on("error", () => end(undefined));
    sending.end(body && JSON.stringify(body));
  });
}

/** A body that breaks off, or is no JSON, is no answer. */
async function read(response: IncomingMessage): Promise<Reply> {
  try {
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk;
    return {
      status: response.statusCode ?? 0,
      isReplay: response.headers["idempotency-replayed"] === "true",
      body: JSON.parse(text) as Record<string, unknown>,
    };
  } catch {
    return undefined;
  }
}
