export type { AdNetwork, CallbackRequest, SeenFilm } from "./ads/ad-network.js";
export { createSignedNetwork, signCallback } from "./ads/signed-network.js";
export { createBootingHandler, createHandler } from "./create-handler.js";
export { createBunnyEdge } from "./delivery/bunny-edge.js";
export { createOwnEdge, type Edge } from "./delivery/edge.js";
export type { MediaFile, MediaFiles } from "./delivery/files.js";
export { createMediaHandler, type MediaHandlerOptions } from "./delivery/media-handler.js";
export { type PathGrant, signPathToken, verifyPathToken } from "./delivery/path-token.js";
export type { ConnectionInfo } from "./http/call.js";
export type { Handler } from "./http/layers.js";
export { createOriginRule, isLocalOrigin, LOCAL_ORIGINS } from "./http/origins.js";
export { DEFAULT_LIMITS, type RateLimit, type RateLimits } from "./http/rate-limit.js";
export type { LogNotes, RequestLog, RequestRecord } from "./http/request-log.js";
export { AUDIENCE, GUEST_ISSUER, type GuestTokens } from "./identity/guest-tokens.js";
export { createJwksIssuer, createSecretIssuer, type TrustedIssuer } from "./identity/issuers.js";
export { createKeyring, generateKeySet, type Keyring, type KeySet, parseKeySet } from "./keys.js";
export { forgetKeys, KEY_RETENTION_DAYS } from "./ledger/forget-keys.js";
export type { SpendingPolicy } from "./ledger/spend-rules.js";
export type { Platform, PlatformOptions, Policy } from "./platform.js";
export { parsePriceList } from "./pricing/parse-price-list.js";
export type { AdTerms, PriceList, SeriesPrices, TopUp, Welcome } from "./pricing/price-list.js";
export type { AdBegin, AdOrder, AdReward, AdRewardOutcome, AdStore } from "./store/ad-store.js";
export type * from "./store/backoffice.js";
export type { Database } from "./store/database.js";
export type { LedgerJournal, LedgerKey, LedgerProof, LedgerUnlock, LedgerView } from "./store/ledger-view.js";
export { createSqlBackoffice } from "./store/sql-backoffice.js";
export { createSqlStore } from "./store/sql-store.js";
export type {
  Attribution,
  DeviceOrder,
  HeldUnlock,
  Holdings,
  Identity,
  KeyReused,
  MergeOutcome,
  ReceiptRow,
  SpendRules,
  Store,
  TopUpOrder,
  TopUpOutcome,
  UnlockOrder,
  UnlockOutcome,
  ViewerKey,
  WatchOrder,
} from "./store/store.js";
