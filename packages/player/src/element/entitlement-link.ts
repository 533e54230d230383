import type { EntitlementAdapter, EpisodeRef, GetToken, Playback } from "@micro-drama/protocol";
import { EntitlementError, refKey } from "@micro-drama/protocol/manifest";
import type { AdPort, CheckOptions, Entitlements, EntitlementsSnapshot } from "@micro-drama/sdk";
import type { MediaTarget } from "../core/media-fact.js";
import { refOf } from "../core/player-model.js";
import type { GateControl } from "./gate-control.js";
import { toFailure } from "./load-series.js";
import type { openSigned } from "./open-signed.js";
import type { Session } from "./session.js";

/** Who decides about locked episodes: an adapter of the page, an endpoint of the protocol, or the page's listeners. */
export interface EntitlementSource {
  readonly adapter?: EntitlementAdapter | undefined;
  /** Base URL of a platform that speaks the protocol. */
  readonly endpoint?: string | undefined;
  readonly getToken?: GetToken | undefined;
  /** Who shows rewarded films, asked for with each film: a page may say so late. */
  readonly ads?: () => AdPort | undefined;
  readonly locale: string;
}

/** Connects the player to the SDK, which arrives as a chunk of its own: no first frame waits for it. */
export interface EntitlementLink {
  /** Starts over with another source or series. Checks all locked episodes in one question. */
  connect(source: EntitlementSource): void;
  /** The SDK, once it is there. Rejects where the series has no locked episode. */
  ready(): Promise<Entitlements>;
  /** What viewers do about locks; its code comes with the SDK. Rejects like `ready`. */
  gate(): Promise<GateControl>;
  /** Asks again only if the last answer is old, as it is after a purchase: bundles cost less then. */
  freshen(): void;
  /** Asks again about every locked episode, whatever is known. */
  recheck(cause: "visible" | "viewer"): void;
  /** The page logged its viewer in or out: forgets all rights and asks as the new one. */
  viewerChanged(): void;
  /** Brings the media of granted episodes around the active one that came without. */
  fetchMissingPlayback(): void;
  /** Keeps the addresses of a granted episode valid. */
  access(ref: EpisodeRef, media: Playback): MediaTarget["access"];
  /** The page is back in front: what waits for the network may try now. */
  wake(): void;
  /** The server's clock, the device's before anybody asked. Milliseconds since the epoch. */
  serverNow(): number;
  close(): void;
}

/** @param session the player */
export function createEntitlementLink(session: Session): EntitlementLink {
  let connected: Promise<Entitlements> | undefined;
  let arrived: Entitlements | undefined;
  let gate: GateControl | undefined;
  /** Whoever has a grant has the code that came with it. */
  let open: typeof openSigned | undefined;
  let fetchMissing: (() => void) | undefined;
  let failedSource: EntitlementSource | undefined;
  let ended = new AbortController();

  /** Grants of the episodes around the viewer bring their media along; free ones have theirs in the manifest. */
  const neighbours = (): string[] => {
    const { series, index } = session.model;
    const around = series?.episodes.slice(Math.max(0, index - 1), index + 2) ?? [];
    return around.filter(({ access }) => access === "locked").map(({ id }) => id);
  };
  const lockedRefs = (): EpisodeRef[] => {
    const { series } = session.model;
    if (!series) return [];
    return series.episodes
      .filter(({ access }) => access === "locked")
      .map((episode) => refOf(series, episode));
  };

  /** Tries again where the code of the SDK could not be had. */
  const reconnect = (): void => {
    if (failedSource) link.connect(failedSource);
  };

  const ask = (options: CheckOptions): void => {
    reconnect();
    void connected?.then((entitlements) => entitlements.check(lockedRefs(), options)).catch(() => undefined);
  };

  const link: EntitlementLink = {
    connect(source) {
      link.close();
      const refs = lockedRefs();
      if (refs.length === 0) return;
      const { signal } = ended;
      connected = import("./entitlement-setup.js").then((setup) => {
        gate ??= setup.createGateControl(session, link);
        open = setup.openSigned;
        const entitlements = setup.setUpEntitlements(source, session.placement);
        if (signal.aborted) {
          entitlements.close();
          return entitlements;
        }
        arrived = entitlements;
        fetchMissing = setup.createPlaybackFetcher(session, entitlements);
        entitlements.subscribe((snapshot) => {
          if (signal.aborted) return;
          const shown = session.model.entitlements;
          session.commit({ entitlements: setup.holdTimedGrants(shown, snapshot, link.serverNow()) });
        });
        setup.followViewer(session, entitlements, signal);
        void entitlements.check(refs, { cause: "init", playbackFor: neighbours() });
        return entitlements;
      });
      connected.catch((error: unknown) => {
        if (signal.aborted) return;
        console.error("<micro-drama>: the SDK could not be loaded.", error);
        connected = undefined;
        failedSource = source;
        session.commit({ entitlements: allFailed(refs, error) });
      });
    },
    ready: () =>
      connected ?? Promise.reject(new EntitlementError("config", "This series has no locked episode.")),
    async gate() {
      await link.ready();
      if (gate) return gate;
      throw new EntitlementError("config", "The player was closed meanwhile.");
    },
    freshen: () => ask({ cause: "swipe", playbackFor: neighbours() }),
    recheck: (cause) => ask({ cause, playbackFor: neighbours(), force: true }),
    viewerChanged() {
      session.commit({ viewer: {} });
      reconnect();
      void connected?.then((entitlements) => entitlements.viewerChanged()).catch(() => undefined);
    },
    fetchMissingPlayback: () => fetchMissing?.(),
    access: (ref, media) => open?.(link, ref, media),
    serverNow: () => arrived?.serverNow() ?? Date.now(),
    wake() {
      reconnect();
      void connected?.then((entitlements) => entitlements.wake()).catch(() => undefined);
    },
    close() {
      // First, so that the end of a sheet is told.
      if (session.model.entitlements) session.replace(withoutEntitlements(session.model));
      ended.abort();
      ended = new AbortController();
      failedSource = undefined;
      void connected?.then((entitlements) => entitlements.close()).catch(() => undefined);
      connected = undefined;
      arrived = undefined;
      fetchMissing = undefined;
    },
  };
  return link;
}

/** What a sheet shows while nobody can be asked: words, and a button to try again. */
function allFailed(refs: readonly EpisodeRef[], error: unknown): EntitlementsSnapshot {
  const failure = { ...toFailure(error), retryable: true };
  return { states: new Map(refs.map((ref) => [refKey(ref), { name: "failed", failure }])), status: "fatal" };
}

function withoutEntitlements(model: Session["model"]): Session["model"] {
  const { entitlements: _forgotten, ...rest } = model;
  return rest;
}
