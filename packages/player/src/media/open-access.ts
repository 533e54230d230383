import type { MediaAccess, MediaTarget } from "../core/media-fact.js";

/** The addresses of a target: as they are when it is public, else kept valid by whoever granted it. */
export function openAccess({ access, media }: MediaTarget, signal: AbortSignal): MediaAccess {
  const { url } = media;
  return (
    access?.(signal) ?? {
      ...{ url, isRenewable: false, resolve: (address) => address },
      ...{ renew: async () => false, renewIfDue: () => undefined },
    }
  );
}
