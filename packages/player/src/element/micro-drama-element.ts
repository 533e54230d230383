import type { EntitlementAdapter, GetToken, Offer } from "@micro-drama/protocol";
import type { AdPort, UnlockState } from "@micro-drama/sdk";
import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { findEpisode } from "../core/playlist.js";
import { type PublicState, selectPublicState } from "../core/public-state.js";
import { selectViewState } from "../core/select-view-state.js";
import type { ViewState } from "../core/view-state.js";
import { takeEarlyFilm } from "../early/early-film.js";
import { fallbackMessages, loadMessages, type Messages, type WordsSource } from "../locale/index.js";
import type { StorageChoice } from "../remember/storage-port.js";
import { playerStyles } from "../style/player-styles.js";
import { VERSION } from "../version.js";
import { renderPlayer } from "../view/index.js";
import { createStageStates } from "./custom-states.js";
import type { EntitlementSource } from "./entitlement-link.js";
import { awaitInlineManifest, readInlineManifest } from "./inline-manifest.js";
import { createInput, type Input } from "./input.js";
import { nearestLang, watchLang } from "./nearest-lang.js";
import { createPlayer, type Player } from "./player.js";
import { watchPage } from "./watch-page.js";

/**
 * A swipeable, paywalled, vertical episode player.
 *
 * @element micro-drama
 * @summary Plays a series of 1–2 minute vertical episodes and opens locked ones through an entitlement adapter.
 *
 * @slot - Links with pictures: what people see without JavaScript, and crawlers. Never parsed as data.
 * @slot gate - Replaces the built-in offer sheet.
 * @slot end-card - Replaces the card after the last episode.
 * @slot overlay - Lies over the picture, under the controls.
 *
 * @fires {DramaEvent} drama-ready - The series was read.
 * @fires {DramaEvent} drama-episode-request - The feed is about to move; cancelable.
 * @fires {DramaBreakRequestEvent} drama-break-request - The viewer goes on to an episode that may play; `waitUntil(promise)` shows something of the page's first.
 * @fires {DramaEvent} drama-episode-change - Another episode is active.
 * @fires {DramaReactionsRequestEvent} drama-reactions-request - What has the viewer said of the series? `respondWith({ likes, follows })` switches the buttons on.
 * @fires {DramaReactionEvent} drama-like-request - The viewer likes the episode, or no more; `respondWith(promise)`.
 * @fires {DramaReactionEvent} drama-follow-request - The viewer follows the series, or no more; `respondWith(promise)`.
 * @fires {DramaEvent} drama-gate-open - A locked episode shows its offers.
 * @fires {DramaEvent} drama-gate-close - The sheet is gone.
 * @fires {DramaEvent} drama-lock-change - The viewer came to a lock, or something about it changed: read `state.lock` and `state.wallet`.
 * @fires {DramaEvent} drama-sign-in-request - The viewer wants to sign in; cancel it to do that yourself.
 * @fires {DramaEvent} drama-reminder-request - The viewer wants to be reminded of a wait's end; cancel it to do that yourself.
 * @fires {DramaUnlockRequestEvent} drama-unlock-request - An offer was chosen, nothing was sent; cancelable, `respondWith(promise)`.
 * @fires {DramaEvent} drama-unlock-success - The platform granted the episode.
 * @fires {DramaEvent} drama-unlock-failure - The platform declined.
 * @fires {DramaEvent} drama-first-frame - The first frame of an episode was presented: after what, how long it took, and whether it was preloaded.
 * @fires {DramaEvent} drama-progress - Every five seconds of playing, and when it stops: position, stalls, rendition and bytes.
 * @fires {DramaEvent} drama-offer-seen - Offers were shown.
 * @fires {DramaEvent} drama-offer-chosen - An offer was chosen.
 * @fires {DramaEvent} drama-share-request - The viewer wants to share the place they are at; cancel it to do that yourself.
 * @fires {DramaEvent} drama-mode-change - Inline became immersive, or back.
 * @fires {DramaEvent} drama-series-end - The last published episode was watched to its end.
 * @fires {DramaEvent} drama-error - Something failed that viewers see.
 */
export class MicroDramaElement extends LitElement {
  static override readonly styles = playerStyles;
  static readonly version = VERSION;
  /** A list and not decorators, which cost 0.4 kB before the first frame. The fields say what each means. */
  static override readonly properties: PropertyDeclarations = {
    src: {},
    endpoint: {},
    episode: {},
    mode: {},
    muted: { type: Boolean },
    autoplay: { type: Boolean },
    noAutonext: { type: Boolean, attribute: "no-autonext" },
    noSwipe: { type: Boolean, attribute: "no-swipe" },
    backCloses: { type: Boolean, attribute: "back-closes" },
    placement: {},
    storage: {},
    series: { attribute: false },
    adapter: { attribute: false },
    getToken: { attribute: false },
    ads: { attribute: false },
    words: { attribute: false },
    messages: { attribute: false },
    view: { attribute: false },
  };

  /** URL of the series manifest. */
  src = "";
  /** Base URL of a platform that speaks the micro-drama protocol. Without it the page decides through events. */
  endpoint = "";
  /** Id or number of the episode to begin with. */
  episode = "";
  /** `inline` stands in an article and opens on a tap; `page` is the page. */
  mode: "inline" | "page" = "inline";
  /** Starts without sound, and stays so when opened. */
  muted = false;
  /** Starts by itself, without sound: in a page at once, inline while half of it is visible. */
  autoplay = false;
  /** Does not go on to the next episode by itself. */
  noAutonext = false;
  /** Takes no swipes; buttons and keys still work. */
  noSwipe = false;
  /** Lets Back close the opened player by an entry in the page's history. */
  backCloses = false;
  /** The publisher's name for this place; told to the platform and in events. */
  placement = "";
  /**
   * `allowed`: keeps the viewer's place and choices in the browser's storage; as a property also a port of the page's
   * own. Default: nothing of that is written. Set before the series is shown, the viewer goes on where they were.
   */
  storage: StorageChoice = "";
  /**
   * A manifest that the page has already, as an object; takes the place of `src`. In HTML it may stand inside the
   * player as a child `<script type="application/json">`; `src`, if given, is then only what its URLs are relative to.
   */
  series: object | undefined;
  /** Decides about locked episodes; takes the place of `endpoint`. */
  adapter: EntitlementAdapter | undefined;
  /** How the page says who its logged-in viewer is: settles with a token, or `""` when nobody is logged in. */
  getToken: GetToken | undefined;
  /** Shows rewarded films, for offers of the kind `ad`. None is built in. */
  ads: AdPort | undefined;
  /** Texts of the page's own, over the player's or as a language that it has not; several of them in a list. */
  words: WordsSource | readonly WordsSource[] | undefined;

  private messages: Messages = fallbackMessages;
  private view: ViewState | undefined;

  readonly #player: Player;
  readonly #input: Input;
  readonly #showStage = createStageStates(this);
  #connection: AbortController | undefined;

  constructor() {
    super();
    this.#player = createPlayer({
      dispatch: (event) => this.dispatchEvent(event),
      wrapper: () => this.renderRoot.querySelector<HTMLElement>(".player"),
      entitlementSource: () => this.#entitlementSource(),
      startEpisode: () => this.episode,
      advances: () => !this.noAutonext,
      backCloses: () => this.backCloses,
      early: takeEarlyFilm(this),
    });
    const { actions, session } = this.#player;
    this.#input = createInput({
      host: this,
      root: () => this.renderRoot,
      actions,
      takesSwipes: () => !this.noSwipe,
      view: () => this.view,
    });
    session.subscribe(() => {
      this.view = this.#selectView();
    });
  }

  /** Where the player stands: plain data, no URL of media. */
  get state(): PublicState {
    return selectPublicState(this.#player.session.model);
  }

  play(): void {
    this.#player.playback.play("api");
  }

  pause(): void {
    this.#player.playback.pause();
  }

  /** Goes to an episode by its id or its number. Unknown ones are ignored, with a warning. */
  goTo(episode: string | number): void {
    const { series } = this.#player.session.model;
    const index = series ? findEpisode(series, episode) : -1;
    if (index >= 0) this.#player.actions.goTo(index, "api");
    else console.warn(`<micro-drama>: no episode '${episode}'.`);
  }

  next(): void {
    this.#player.actions.next("api");
  }

  previous(): void {
    this.#player.actions.previous("api");
  }

  /**
   * Opens the active episode through one of its offers; `input` carries what an offer of the kind `code` asks for.
   * Settles with where the attempt came to rest.
   */
  async unlock(offer: Offer, input?: { readonly code: string }): Promise<UnlockState> {
    return (await this.#player.link.gate()).unlock(offer, input);
  }

  /** Leaves a lock, as closing the sheet does: to the last episode that plays. */
  closeGate(): void {
    this.#player.actions.closeGate();
  }

  /** Opens the platform's sign-in. Call it inside the viewer's gesture. */
  signIn(): void {
    this.#player.actions.signIn();
  }

  /** The page logged its viewer in or out: forgets what was known, and asks the platform as the new viewer. */
  recheck(): void {
    this.#player.link.viewerChanged();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#player.resume();
    awaitInlineManifest(this, {
      signal,
      onManifest: () => !this.state.series && this.requestUpdate("src"),
    });
    watchPage(this, this.#player, { signal, autoplays: () => this.autoplay });
    watchLang(this, signal, () => this.#speak());
    this.#speak();
  }

  /** Moved with `moveBefore()`, it goes on as it is: nothing was disconnected. */
  connectedMoveCallback(): void {}

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    // The top layer forgets an element that leaves the page, even one that is only moved.
    this.#player.actions.leaveImmersive();
    // Moved to another place of the page it is connected again at once, and plays on; removed it leaves nothing behind.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#input.detach();
      this.#player.suspend();
    });
  }

  /**
   * A slide that starts shows its first picture before anything is drawn around it: the main thread has time for one.
   * The first drawing has a task of its own: the page's other scripts, and its input, need not wait for both.
   */
  protected override async scheduleUpdate(): Promise<void> {
    await (this.hasUpdated ? this.#input.slideStart : new Promise((resolve) => setTimeout(resolve)));
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session, playback, link } = this.#player;
    session.placement = this.placement;
    if (changed.has("mode") && session.model.mode !== "immersive") session.commit({ mode: this.mode });
    if (changed.has("muted")) {
      session.keepsMuted = this.muted;
      if (this.muted) playback.setMuted(true, "page");
    }
    // Whoever is in view already looks again.
    if (changed.has("autoplay")) session.commit({});
    if (changed.has("storage")) this.#player.remember(this.storage);
    if (changed.has("src") || changed.has("series")) {
      // Who changes `src` later means it.
      const inline = changed.get("src") ? undefined : readInlineManifest(this);
      const source = this.series ?? inline ?? this.src;
      if (source) this.#player.open(source);
    } else if (this.#changesPlatform(changed) && session.model.series) {
      link.connect(this.#entitlementSource());
    }
    if (changed.has("words")) this.#speak();
    this.view ??= this.#selectView();
  }

  protected override render(): TemplateResult {
    const { session, actions } = this.#player;
    const state = this.view ?? this.#selectView();
    return html`
      <slot class="fallback" ?inert=${state.series !== undefined}></slot>
      ${renderPlayer({
        state,
        actions,
        messages: this.messages,
        redraw: () => this.requestUpdate(),
        videos: session.pool.videos,
        dir: this.messages.dir,
      })}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("view") || !this.view) return;
    this.#showStage(this.view.stage);
    this.#input.follow(this.view);
  }

  /** Speaks the language of the page, as it is now. */
  #speak(): void {
    const { words } = this;
    const lang = nearestLang(this);
    loadMessages(lang, words).then((messages) => {
      if (words === this.words && lang === nearestLang(this)) this.messages = messages;
    });
  }

  /** Another function that says who the viewer is, as frameworks make with every render, is not another viewer. */
  #changesPlatform(changed: PropertyValues<this>): boolean {
    const gotOrLostLogin = changed.has("getToken") && !changed.get("getToken") !== !this.getToken;
    return changed.has("adapter") || changed.has("endpoint") || gotOrLostLogin;
  }

  #entitlementSource(): EntitlementSource {
    return {
      adapter: this.adapter,
      endpoint: this.endpoint || undefined,
      getToken: this.getToken && (async (request) => (await this.getToken?.(request)) ?? ""),
      ads: () => this.ads,
      locale: nearestLang(this),
    };
  }

  #selectView(): ViewState {
    return selectViewState(this.#player.session.model, this.#player.link.serverNow());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "micro-drama": MicroDramaElement;
  }
}
