import type {
  FragmentLoaderContext,
  HlsConfig,
  LoaderCallbacks,
  LoaderConfiguration,
  LoaderContext,
  LoaderOnError,
  LoaderOnSuccess,
} from "hls.js";
import type { LoadedBytes, MediaAccess } from "../../core/media-fact.js";
import { keepBytes, peekBytes } from "../bytes/byte-cache.js";
import type { ByteStore, FetchedBytes } from "../bytes/byte-store.js";
import { keyOf } from "../bytes/byte-store.js";
import type { FetchedText } from "../fetch-text.js";
import { inOwnTask } from "../in-own-task.js";
import { isReused, sourceOf, toFetchedBytes, writeStats } from "./loader-bytes.js";

/** What a loader is made for. */
export interface PlayerLoaderOptions {
  readonly access: MediaAccess;
  readonly bytes: ByteStore;
  /** The multivariant playlist, which was fetched to choose the build: hls.js must not fetch it again. */
  readonly playlist: FetchedText;
  /** Told of what every request brought, also of those that were given up. */
  readonly onBytes: (loaded: LoadedBytes) => void;
}

/**
 * hls.js' own loader with three additions: what the pool has fetched already, or is fetching, is not asked for again;
 * what may be wanted again is kept; and every request goes to the newest signed address, which is renewed once when
 * an answer is 403, so that a token that expires in the middle of an episode needs no `loadSource`. What it has
 * already it answers in a task of its own: hls.js parses and appends in the answer, and would do all of it in one task.
 */
export function createPlayerLoader(
  Base: HlsConfig["loader"],
  { access, bytes, playlist, onBytes }: PlayerLoaderOptions,
): HlsConfig["loader"] {
  return class PlayerLoader extends Base {
    /** Set while a request is under way. */
    #countBytes: (() => void) | undefined;

    override abort(): void {
      this.#countBytes?.();
      super.abort();
    }

    override destroy(): void {
      this.#countBytes?.();
      super.destroy();
    }

    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      if (context.type === "manifest") {
        this.#serve(context, callbacks);
        return;
      }
      // Timers sleep with the device: an address whose time is nearly over is renewed before it is used.
      const renewal = access.renewIfDue();
      if (renewal) {
        this.context = context;
        void renewal.then(() => !this.#isDropped(context) && this.load(context, config, callbacks));
        return;
      }
      context.url = access.resolve(context.url);
      const source = sourceOf(context);
      const known = peekBytes(bytes, source);
      // Bytes that are on their way to somebody else come for this request as well.
      const coming = bytes.entries.get(keyOf(source))?.promise;
      if (known) this.#serveBytes(known, context, callbacks);
      else if (coming) void this.#join(coming, context, config, callbacks);
      else this.#fetch(context, config, callbacks);
    }

    async #join(
      coming: Promise<FetchedBytes>,
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): Promise<void> {
      this.context = context;
      const loaded = await coming.catch(() => undefined);
      if (this.#isDropped(context)) return;
      if (loaded && loaded.status <= 206) this.#serveBytes(loaded, context, callbacks);
      else this.#fetch(context, config, callbacks);
    }

    #fetch(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      this.#countBytes = () => {
        this.#countBytes = undefined;
        if (this.stats.loaded > 0) onBytes({ bytes: this.stats.loaded, ...placeOf(context) });
      };
      const onSuccess: LoaderOnSuccess<LoaderContext> = (response, stats, ...rest) => {
        this.#countBytes?.();
        if (isReused(context)) keepBytes(bytes, sourceOf(context), toFetchedBytes(response, stats));
        callbacks.onSuccess(response, stats, ...rest);
      };
      const onError: LoaderOnError<LoaderContext> = (error, ...rest) => {
        if (error.code !== 403 || !access.isRenewable) return callbacks.onError(error, ...rest);
        void this.#loadRenewed(context, config, { ...callbacks, onSuccess }).then((isAskedAgain) => {
          if (!isAskedAgain && !this.#isDropped(context)) callbacks.onError(error, ...rest);
        });
      };
      super.load(context, config, { ...callbacks, onSuccess, onError });
    }

    async #loadRenewed(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): Promise<boolean> {
      const refused = context.url;
      // Another request may have renewed the address in the meantime.
      if (access.resolve(refused) === refused && !(await access.renew())) return false;
      if (this.#isDropped(context)) return false;
      context.url = access.resolve(refused);
      // hls.js' loaders take one request each; this is the same one at its new address.
      this.stats.loading.start = 0;
      super.load(context, config, callbacks);
      return true;
    }

    #serveBytes(
      fetched: FetchedBytes,
      context: LoaderContext,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const { data, url } = fetched;
      this.context = context;
      writeStats(this.stats, fetched);
      inOwnTask(() => {
        if (this.#isDropped(context)) return;
        const answer = context.responseType === "arraybuffer" ? data : new TextDecoder().decode(data);
        callbacks.onSuccess({ url, data: answer, code: 200 }, this.stats, context, null);
      });
    }

    #serve(context: LoaderContext, callbacks: LoaderCallbacks<LoaderContext>): void {
      this.context = context;
      const { text, url, startedAt, firstByteAt, endedAt } = playlist;
      Object.assign(this.stats.loading, { start: startedAt, first: firstByteAt, end: endedAt });
      this.stats.loaded = text.length;
      this.stats.total = text.length;
      inOwnTask(() => {
        if (!this.#isDropped(context))
          callbacks.onSuccess({ url, data: text, code: 200 }, this.stats, context, null);
      });
    }

    /** hls.js empties `context` when it destroys a loader. */
    #isDropped(context: LoaderContext): boolean {
      return this.context !== context || this.stats.aborted;
    }
  };
}

/** The seconds that a request is for; playlists, keys and init segments are for none. */
function placeOf(context: LoaderContext): { readonly start: number; readonly end: number } {
  const { frag } = context as Partial<FragmentLoaderContext>;
  if (!frag || frag.sn === "initSegment") return { start: 0, end: 0 };
  return { start: frag.start, end: frag.start + frag.duration };
}
