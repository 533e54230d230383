import type { HostServices } from "@micro-drama/protocol";
import { EntitlementError } from "@micro-drama/protocol";
import { scopeStorage } from "../storage.js";
import type { Part } from "./part.js";

/** Below the deadline of a whole check: what the others say must still be worth something. Milliseconds. */
const PART_MS = 2000;

/** Starts the adapters one by one, so that one that does not start or answer takes no other along. */
export interface Readiness {
  /** Settles when all have started or had the time to. Never rejects. */
  startAll(host: HostServices): Promise<void>;
  /** Settles when this one has started, however long it takes; rejects as it does. */
  started(part: Part): Promise<void>;
  /**
   * What a started adapter answers in time. One that could not be started is started anew.
   *
   * @throws EntitlementError `timeout` for one that says nothing, or whatever starting it or `work` throws
   */
  inTime<Answer>(part: Part, work: () => Promise<Answer> | Answer): Promise<Answer>;
}

/** Readiness of the parts of one composed adapter. */
export function createReadiness(parts: readonly Part[]): Readiness {
  const started = new Map<Part, Promise<void>>();
  let services: HostServices | undefined;

  const start = (part: Part): Promise<void> => {
    const { adapter, index } = part;
    const known = started.get(part);
    if (known) return known;
    const starting = (async () => {
      if (!services) return;
      await adapter.initialize?.({ ...services, storage: scopeStorage(services.storage, `${index}:`) });
    })();
    started.set(part, starting);
    starting.catch(() => started.delete(part));
    return starting;
  };

  return {
    async startAll(host) {
      services = host;
      started.clear();
      await Promise.allSettled(parts.map((part) => withDeadline(start(part))));
    },
    started: start,
    inTime: (part, work) => withDeadline(start(part).then(work)),
  };
}

function withDeadline<Answer>(promise: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const message = `One of the adapters did not answer within ${PART_MS} ms.`;
    const end = () => reject(new EntitlementError("timeout", message, { retryable: true }));
    const timer = setTimeout(end, PART_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
