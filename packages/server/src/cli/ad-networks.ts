import type { AdNetwork } from "../ads/ad-network.js";
import { createSignedNetwork } from "../ads/signed-network.js";
import type { PriceList } from "../pricing/price-list.js";
import { ConfigurationError } from "./exit.js";

const VARIABLE = "MICRO_DRAMA_AD_SECRET";

/** The network that `--ad-network` names. @throws ConfigurationError also when films are offered that nobody could confirm */
export function createAdNetworks(
  name: string | undefined,
  { ads }: Pick<PriceList, "ads">,
  env: Readonly<Record<string, string | undefined>>,
): readonly AdNetwork[] {
  if (ads && ads.network !== name)
    throw new ConfigurationError("--ad-network", `the price list offers films of '${ads.network}'`);
  if (name === undefined) return [];
  try {
    return [createSignedNetwork(name, env[VARIABLE] ?? "")];
  } catch (error) {
    throw new ConfigurationError(VARIABLE, error instanceof Error ? error.message : String(error));
  }
}
