import type { Preferences } from "@micro-drama/protocol";
import type { SpendRules } from "../store/store.js";

/** How much a viewer may spend before somebody looks twice. Protects against scripts of hostile pages, and slips. */
export interface SpendingPolicy {
  /** Coins in one log-in session (the token's `sid`) within a day; without a `sid`, of the viewer within a day. */
  readonly perSession?: number;
  /** Coins on the pages of one origin within a day. */
  readonly perOrigin?: number;
  /** A charge above `coins` is made only with a token that says `acr`; everybody else is sent to `url`. */
  readonly confirm?: {
    readonly coins: number;
    /** The platform's page that confirms and gives such a token. */
    readonly url: string;
    /** Authentication context class, as in RFC 9470. */
    readonly acr: string;
  };
}

/** Who spends, and where. */
export interface Spender {
  readonly session?: string;
  readonly origin?: string;
  readonly acr?: string;
}

const DAY_MS = 86_400_000;

/** The rules for one charge. Undefined: whoever has the coins may spend them. */
export function selectSpendRules(
  policy: SpendingPolicy | undefined,
  { session, origin, acr }: Spender,
  now: number,
): SpendRules | undefined {
  if (!policy) return undefined;
  const since = new Date(now - DAY_MS).toISOString();
  const { perSession, perOrigin, confirm } = policy;
  return {
    caps: [
      ...(perSession === undefined
        ? []
        : [{ coins: perSession, since, ...(session === undefined ? {} : { session }) }]),
      // Nobody knows from where: counted as if all pages were one.
      ...(perOrigin === undefined
        ? []
        : [{ coins: perOrigin, since, ...(origin === undefined ? {} : { origin }) }]),
    ],
    ...(confirm && acr !== confirm.acr ? { confirmAbove: confirm.coins } : {}),
  };
}

/**
 * The rules for a purchase that nobody pressed a button for: at most what the viewer allowed for one episode, and nothing at
 * all where nothing was allowed. How much a visit may cost is kept by the player: a server sees no visits.
 */
export function limitAutomatic(
  rules: SpendRules | undefined,
  { autoUnlock }: Preferences,
  now: number,
): SpendRules {
  const coins = autoUnlock?.maxPerEpisode ?? 0;
  const thisCharge = { coins, since: new Date(now).toISOString() };
  return { ...rules, caps: [...(rules?.caps ?? []), thisCharge] };
}
