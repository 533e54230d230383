export type * from "./access.js";
export type * from "./adapter.js";
export type * from "./catalogue.js";
export * from "./errors.js";
export type * from "./json.js";
export type * from "./offer.js";
export { parseAccess, parsePlayback, parseRef, parseWallet } from "./parse-access.js";
export { parseCatalogue } from "./parse-catalogue.js";
export { parseCheckResult } from "./parse-check.js";
export { type Discovery, type Guest, parseDiscovery, parseGuest } from "./parse-documents.js";
export { parseOffers, parsePrice } from "./parse-offer.js";
export { parseReceipt, parseReceiptPage } from "./parse-receipt.js";
export {
  type AdSessionRequest,
  type GuestProof,
  parseAdSessionRequest,
  parseGuestProof,
  parseTopUpRequest,
  parseUnlockRequest,
  parseWatchedReport,
  type TopUpRequest,
} from "./parse-requests.js";
export {
  parseAdSession,
  parseMergeResult,
  parsePreferences,
  parseTopUpResult,
  parseUnlockResult,
} from "./parse-results.js";
export { parseSeries, SERIES_VERSION } from "./parse-series.js";
export * from "./problem.js";
export * from "./ref.js";
export type * from "./series.js";
