import type { Receipt, ReceiptPage } from "@micro-drama/protocol";
import type { Call, Route } from "../http/call.js";
import { privateJson } from "../http/json-response.js";
import { ProblemError } from "../http/problem.js";
import { type Authenticate, requireViewer } from "../identity/authenticate.js";
import type { Platform } from "../platform.js";
import type { ReceiptRow } from "../store/store.js";
import { freshHeaders } from "./respond.js";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
/** Time and id of the last receipt of a page. */
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** `GET /receipts?before=…&limit=20`: what the viewer bought and got back, newest first. */
export function receiptsRoute(platform: Platform, authenticate: Authenticate): Route {
  return async (call) => {
    const { key } = await requireViewer(authenticate, call);
    const limit = readLimit(call);
    const rows = await platform.store.receipts(key, { limit, ...readCursor(call) });
    const last = rows.at(-1);
    const body: ReceiptPage = {
      receipts: rows.map((row) => toReceipt(row, platform.prices.currency)),
      ...(last && rows.length === limit ? { next: `${last.at}_${last.id}` } : {}),
    };
    return privateJson(body, freshHeaders(platform, undefined));
  };
}

function toReceipt(
  { id, at, kind, series, episodes, paid, bonus, reverses }: ReceiptRow,
  currency: string,
): Receipt {
  // Play money: nothing was paid for it. A gift neither.
  const isFree = kind === "topup" || kind === "demo-topup" || kind === "gift";
  return {
    ...{ id, at, kind: kind === "demo-topup" ? "topup" : kind },
    charged: { amount: isFree ? 0 : paid + bonus, currency },
    ...(series !== null && episodes.length > 0
      ? { refs: episodes.map((episode) => ({ series, episode })) }
      : {}),
    ...(isFree ? {} : { spent: { paid, bonus } }),
    ...(reverses === null ? {} : { reverses }),
  };
}

function readLimit(call: Call): number {
  const text = call.url.searchParams.get("limit") ?? String(DEFAULT_LIMIT);
  const limit = Number(text);
  if (/^\d{1,3}$/.test(text) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new ProblemError("invalid-request", { detail: `limit: from 1 to ${MAX_LIMIT}` });
}

function readCursor(call: Call): { readonly beforeAt: string; readonly beforeId: string } | undefined {
  const before = call.url.searchParams.get("before");
  if (before === null) return undefined;
  const [, beforeAt, beforeId] = CURSOR.exec(before) ?? [];
  if (beforeAt !== undefined && beforeId !== undefined && !Number.isNaN(Date.parse(beforeAt)))
    return { beforeAt, beforeId };
  throw new ProblemError("invalid-request", { detail: "before: expected the `next` of a page" });
}
