import { PLACEMENT_HEADER } from "@micro-drama/protocol";
import type { Platform } from "../platform.js";
import type { Attribution } from "../store/store.js";

const MAX_PLACEMENT = 100;

/** On whose page a request was made, by which price list. A token's word counts more than a header. */
export function attributionOf(
  { prices }: Pick<Platform, "prices">,
  request: Request,
  azp: string | undefined,
): Attribution {
  const origin = azp ?? request.headers.get("origin") ?? undefined;
  const placement = request.headers.get(PLACEMENT_HEADER)?.slice(0, MAX_PLACEMENT);
  return {
    priceList: prices.version,
    ...(origin === undefined ? {} : { origin }),
    ...(placement ? { placement } : {}),
  };
}
