import type { Catalogue } from "@micro-drama/protocol";
import type { AdNetwork } from "./ads/ad-network.js";
import type { Edge } from "./delivery/edge.js";
import type { RateLimits } from "./http/rate-limit.js";
import type { RequestLog } from "./http/request-log.js";
import type { TrustedIssuer } from "./identity/issuers.js";
import type { Keyring } from "./keys.js";
import type { SpendingPolicy } from "./ledger/spend-rules.js";
import type { PriceList } from "./pricing/price-list.js";
import type { Store } from "./store/store.js";

/** What a platform decides; see the README for advice on each. */
export interface Policy {
  /**
   * May a page of this origin ask? The server's own origin counts like any other: name it where pages and API share one.
   * Requests without an Origin header (no browser) always may.
   */
  readonly isAllowedOrigin: (origin: string) => boolean;
  /** Origin of the media for the answer to a request, such as `https://media.example`. */
  readonly mediaOrigin: (request: Request) => string;
  /** Publishers whose log-ins count. Default: none, guests only. */
  readonly issuers?: readonly TrustedIssuer[];
  /** Lets viewers read their own ledger rows. Default false. */
  readonly isInspectable?: boolean;
  /** Lets play money of the price list be added. Default false. */
  readonly isDemo?: boolean;
  /** Default: whoever has the coins may spend them. */
  readonly spending?: SpendingPolicy;
  /** From so many log-ins (the token's `sid`) a viewer may play at once. Default: any number. */
  readonly maxDevices?: number;
  /** Default: {@link DEFAULT_LIMITS}. */
  readonly limits?: RateLimits;
}

/** Everything that the handler stands on. */
export interface PlatformOptions {
  readonly store: Store;
  readonly catalogues: readonly Catalogue[];
  readonly prices: PriceList;
  readonly keys: Keyring;
  readonly policy: Policy;
  /** What guards the media. Default: our own media server, with the same keys. */
  readonly edge?: Edge;
  /** Networks whose word on a rewarded film counts. Default: none. */
  readonly adNetworks?: readonly AdNetwork[];
  /** Told of every request once it is answered. Default: nobody. */
  readonly log?: RequestLog;
  /** Milliseconds since 1970; the only clock that decides anything. Default: the system's. */
  readonly now?: () => number;
}

/** The same, with the defaults filled in and the catalogues by id. */
export interface Platform extends Omit<Required<PlatformOptions>, "catalogues" | "log"> {
  readonly catalogues: ReadonlyMap<string, Catalogue>;
}
