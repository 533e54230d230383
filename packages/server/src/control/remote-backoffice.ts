import { request } from "node:http";
import type { Backoffice } from "../store/backoffice.js";

const METHODS = [
  "openViewer",
  "findViewer",
  "findBuyer",
  "ledger",
  "refund",
  "revoke",
  "gift",
  "addCodes",
  "earnings",
  "watched",
  "earned",
  "proof",
  "gaps",
] as const satisfies readonly (keyof Backoffice)[];

/** The back office of the server that has the data folder, over its socket. See `serveControl`. */
export function createRemoteBackoffice(path: string): Backoffice {
  const methods = METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => ask(path, { method, args }),
  ]);
  return Object.fromEntries(methods) as Backoffice;
}

function ask(socketPath: string, order: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, method: "POST" }, async (response) => {
      try {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) text += chunk;
        const answer = JSON.parse(text) as { result?: unknown; error?: string };
        if (answer.error !== undefined) throw new Error(`The server says: ${answer.error}`);
        resolve(answer.result);
      } catch (error) {
        reject(error);
      }
    });
    asking.on("error", reject);
    asking.end(JSON.stringify(order));
  });
}
