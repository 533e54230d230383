import { createOriginRule, LOCAL_ORIGINS } from "../http/origins.js";
import { createJwksIssuer, createSecretIssuer, type TrustedIssuer } from "../identity/issuers.js";
import type { SpendingPolicy } from "../ledger/spend-rules.js";
import type { Policy } from "../platform.js";
import type { PriceList } from "../pricing/price-list.js";
import { ConfigurationError } from "./exit.js";
import type { ServeOptions } from "./serve.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns options into a policy.
 *
 * @throws ConfigurationError naming the option
 */
export function createPolicy(options: ServeOptions, prices: PriceList, env: Environment): Policy {
  if (prices.topups.length > 0 && !options.demo)
    throw new ConfigurationError("topups", "the price list adds play money, which needs --demo");
  const origins = [...(options.origins ?? []), ...(options.demo ? [LOCAL_ORIGINS] : [])];
  if (origins.length === 0)
    throw new ConfigurationError("--origins", "name the pages that may ask, or use --demo for local ones");
  if (options.maxDevices === 0)
    throw new ConfigurationError("--max-devices", "with 0 nobody may play; 1 is the least");
  return {
    isAllowedOrigin: named("--origins", () => createOriginRule(origins)),
    mediaOrigin: mediaOrigin(options),
    issuers: (options.issuer ?? []).map((text) => parseIssuer(text, env)),
    isInspectable: options.inspect,
    isDemo: options.demo,
    spending: spending(options),
    ...(options.maxDevices === undefined ? {} : { maxDevices: options.maxDevices }),
  };
}

function spending(options: ServeOptions): SpendingPolicy {
  const { maxPerSession, maxPerOrigin, confirmAbove, confirmUrl, confirmAcr } = options;
  if (
    confirmAbove !== undefined &&
    !(confirmUrl !== undefined && /^https?:$/.test(urlOf(confirmUrl)?.protocol ?? ""))
  )
    throw new ConfigurationError("--confirm-url", "say on which page (http or https) viewers confirm");
  return {
    ...(maxPerSession === undefined ? {} : { perSession: maxPerSession }),
    ...(maxPerOrigin === undefined ? {} : { perOrigin: maxPerOrigin }),
    ...(confirmAbove === undefined || confirmUrl === undefined
      ? {}
      : { confirm: { coins: confirmAbove, url: confirmUrl, acr: confirmAcr } }),
  };
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function mediaOrigin({ mediaOrigin: fixed, mediaPort }: ServeOptions): Policy["mediaOrigin"] {
  if (fixed !== undefined) {
    const isOrigin = URL.canParse(fixed) && /^https?:$/.test(new URL(fixed).protocol);
    if (!isOrigin) throw new ConfigurationError("--media-origin", `'${fixed}' is no http(s) URL`);
    const base = fixed.replace(/\/+$/, "");
    return () => base;
  }
  if (mediaPort === undefined)
    throw new ConfigurationError(
      "--media-origin",
      "say where granted media is served from (or --media-port)",
    );
  return (request) => {
    const { protocol, hostname } = new URL(request.url);
    return `${protocol}//${hostname}:${mediaPort}`;
  };
}

/** `issuer=https://…/jwks.json` or `issuer=env:VARIABLE`. An issuer's name may be a URL, so the last `=http` or `=env:` counts. */
function parseIssuer(text: string, env: Environment): TrustedIssuer {
  const [, name, keys] = /^(.+?)=(https?:\/\/.+|env:\w+)$/.exec(text) ?? [];
  if (name === undefined || keys === undefined)
    throw new ConfigurationError(
      "--issuer",
      `'${text}': expected issuer=<URL of a JWKS> or issuer=env:VARIABLE`,
    );
  return named(`--issuer ${name}`, () => {
    if (!keys.startsWith("env:")) return createJwksIssuer(name, keys);
    const variable = keys.slice("env:".length);
    const secret = env[variable];
    if (!secret) throw new Error(`the environment variable ${variable} is not set`);
    return createSecretIssuer(name, secret);
  });
}

function named<T>(field: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new ConfigurationError(field, error instanceof Error ? error.message : String(error));
  }
}
