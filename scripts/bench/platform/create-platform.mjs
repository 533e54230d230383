const BASE = "/api/drama/v1";
const EPISODE_PRICE = { amount: 10, currency: "COIN" };

/**
 * A platform with one viewer, who has coins: the three requests of the protocol that an unlock needs, answered from
 * memory. What it costs is the network, which is the same as for everything else.
 *
 * @param {object} what
 * @param {import("../contenders/contender.mjs").Media} what.media
 * @param {() => string} what.mediaOrigin
 * @param {readonly number[]} what.owned numbers of the episodes that the viewer has from the beginning
 * @returns {import("../server/origins.mjs").Respond}
 */
export function createPlatform({ media, mediaOrigin, owned }) {
  const granted = new Set(media.episodes.filter(({ number }) => owned.includes(number)).map(({ id }) => id));
  const playbackOf = (id) => describePlayback(media, { id, origin: mediaOrigin() });

  return async ({ method, path, body }) => {
    if (method === "OPTIONS") return { status: 204, headers: PREFLIGHT, body: Buffer.alloc(0) };
    const url = new URL(path, "https://platform.invalid");
    const [, series, episode] =
      /^\/series\/([^/]+)\/(?:access|episodes\/([^/]+)\/playback)$/.exec(url.pathname.slice(BASE.length)) ??
      [];
    if (url.pathname === `${BASE}/guests`) return json(GUEST);
    if (url.pathname === `${BASE}/unlocks`) return json(unlock(JSON.parse(body.toString())));
    if (episode) return granted.has(episode) ? json(playbackOf(episode)) : json({ code: "forbidden" }, 403);
    if (series) return json(access(series, url.searchParams));
    return json({ code: "not-found" }, 404);
  };

  function access(series, query) {
    const ids = query.get("episodes")?.split(",") ?? [];
    const withMedia = query.get("playback")?.split(",") ?? [];
    const items = ids.map((id) => describe({ series, episode: id }, withMedia.includes(id)));
    return { items, wallet: WALLET, ttlMs: 60_000, serverNow: new Date().toISOString() };
  }

  function describe(ref, withMedia) {
    if (!granted.has(ref.episode)) {
      return { ref, state: "locked", offers: [{ id: "one", kind: "coins", price: EPISODE_PRICE }] };
    }
    return { ref, state: "granted", via: "coins", ...(withMedia && { playback: playbackOf(ref.episode) }) };
  }

  function unlock({ refs }) {
    for (const { episode } of refs) granted.add(episode);
    const items = refs.map((ref) => describe(ref, true));
    return { outcome: "granted", items, charged: EPISODE_PRICE, already: false, wallet: WALLET };
  }
}

const WALLET = { balances: [{ currency: "COIN", paid: 500, bonus: 0 }], rev: 1 };

const GUEST = {
  viewer: "guest",
  token: "token-of-the-bench",
  expiresAt: "2999-01-01T00:00:00Z",
  refreshToken: "refresh-token-of-the-bench",
};

const PREFLIGHT = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "*, authorization",
  "access-control-max-age": "600",
};

function describePlayback({ episodes }, { id, origin }) {
  const { hls, start } = episodes.find((episode) => episode.id === id);
  return {
    url: origin + hls,
    type: "hls",
    session: id,
    captions: [],
    ...(start && { start: absolute(start, origin) }),
  };
}

/** Every `url` of a `start` descriptor, with its origin in front. */
function absolute(value, origin) {
  if (Array.isArray(value)) return value.map((item) => absolute(item, origin));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "url" ? [key, new URL(item, origin).href] : [key, absolute(item, origin)],
    ),
  );
}

function json(value, status = 200) {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify(value)),
  };
}
