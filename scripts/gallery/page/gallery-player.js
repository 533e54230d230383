import { LitElement } from "lit";
import { handleKey } from "/packages/player/dist/gesture/index.js";
import { playerStyles } from "/packages/player/dist/style/player-styles.js";
import { findFeed, renderPlayer } from "/packages/player/dist/view/index.js";

/**
 * The element's own views and styles under its own name, with a state in the place of the machines behind them. What the
 * views ask for is done where it only concerns looking (moving, pausing, panels).
 */
class GalleryPlayer extends LitElement {
  static styles = playerStyles;
  static properties = { view: { attribute: false }, messages: { attribute: false } };

  videos = [0, 1, 2].map(() => Object.assign(document.createElement("video"), { muted: true }));

  #actions = new Proxy(
    {
      next: () => this.#goTo(this.view.index + 1),
      previous: () => this.#goTo(this.view.index - 1),
      goTo: (index) => this.#goTo(index),
      togglePlay: () => this.#set({ stage: this.view.stage === "playing" ? "paused" : "playing" }),
      toggleMute: () => this.#set({ muted: !this.view.muted, soundHint: false }),
      seek: (position) => this.#set({ position }),
      setRate: (rate) => this.#set({ rate }),
      setCaptions: (active) => this.#set({ captions: { ...this.view.captions, active } }),
      openPanel: (panel) => this.#set({ panel }),
    },
    { get: (known, name) => known[name] ?? (() => undefined) },
  );

  constructor() {
    super();
    this.addEventListener("keydown", (event) => {
      if (handleKey(event, this.view, this.#actions)) event.preventDefault();
    });
  }

  render() {
    const { view: state, messages, videos, dir } = this;
    const redraw = () => this.requestUpdate();
    return renderPlayer({ state, actions: this.#actions, messages, redraw, videos, dir });
  }

  updated() {
    findFeed(this.renderRoot)?.feed.querySelector(".track")?.style.setProperty("--index", this.view.index);
  }

  #set(change) {
    this.view = { ...this.view, ...change };
  }

  #goTo(index) {
    const episode = this.view.series.episodes[index];
    if (!episode) return;
    const { gate: _gate, ...rest } = this.view;
    const stage = episode.access === "unpublished" ? "announced" : "playing";
    this.view = { ...rest, index, panel: "none", stage, position: 0 };
  }
}

customElements.define("micro-drama", GalleryPlayer);
