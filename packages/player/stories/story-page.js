import { LitElement } from "lit";
import { createSwipe, handleKey } from "../dist/gesture/index.js";
import { loadMessages } from "../dist/locale/index.js";
import { playerStyles } from "../dist/style/player-styles.js";
import { findFeed, renderPlayer } from "../dist/view/index.js";
import { stories } from "./stories.js";

/**
 * Shows one story: `?story=gate&lang=ar&host=dark`. What the views ask for is done where it only concerns
 * looking (moving, pausing, panels), and logged otherwise.
 */
const query = new URLSearchParams(location.search);
const name = query.get("story") ?? "playing";
const log = [];
globalThis.storyLog = log;

class StoryPlayer extends LitElement {
  static styles = playerStyles;
  static properties = { view: { attribute: false }, messages: { attribute: false } };

  constructor() {
    super();
    this.videos = [0, 1, 2].map(() => {
      const video = document.createElement("video");
      video.muted = true;
      video.playsInline = true;
      return video;
    });
    this.swipe = createSwipe({
      onStart: () => log.push("start"),
      onCommit: (direction, by) => (direction > 0 ? this.actions.next(by) : this.actions.previous(by)),
      onCancel: () => log.push("cancel"),
    });
    this.addEventListener("keydown", (event) => {
      if (handleKey(event, this.view, this.actions)) event.preventDefault();
    });
  }

  actions = new Proxy(
    {
      next: () => this.go(this.view.index + 1),
      previous: () => this.go(this.view.index - 1),
      goTo: (index) => this.go(index),
      togglePlay: () => this.set({ stage: this.view.stage === "playing" ? "paused" : "playing" }),
      toggleMute: () => this.set({ muted: !this.view.muted, soundHint: false }),
      seek: (position) => this.set({ position }),
      setRate: (rate) => this.set({ rate }),
      setCaptions: (active) => this.set({ captions: { ...this.view.captions, active } }),
      openPanel: (panel) => this.set({ panel }),
    },
    {
      get:
        (target, action) =>
        (...args) => {
          log.push([action, ...args]);
          target[action]?.(...args);
        },
    },
  );

  set(change) {
    this.view = { ...this.view, ...change };
  }

  go(index) {
    const count = this.view.series.episodes.length;
    if (index < 0 || index >= count) return;
    const { gate: _gate, ...rest } = this.view;
    const access = rest.series.episodes[index].access;
    this.view = {
      ...rest,
      index,
      panel: "none",
      stage: access === "unpublished" ? "announced" : "playing",
      position: 0,
    };
  }

  render() {
    return this.messages
      ? renderPlayer({
          state: this.view,
          actions: this.actions,
          messages: this.messages,
          videos: this.videos,
          dir: this.messages.dir,
        })
      : undefined;
  }

  updated() {
    const found = findFeed(this.renderRoot);
    if (!found) return;
    if (this.view.mode !== "inline" && !this.attached) {
      this.attached = true;
      this.swipe.attach(found.feed, found.slots);
    }
    this.swipe.setPosition(this.view.index, this.view.series?.episodes.length ?? 0, { animate: true });
  }
}
customElements.define("story-player", StoryPlayer);

const player = document.createElement("story-player");
player.view = stories[name];
player.messages = await loadMessages(query.get("lang") ?? "en");
document.documentElement.lang = player.messages.lang;
document.documentElement.dir = player.messages.dir;
if (query.get("host") === "dark") document.body.className = "is-dark";
if (query.get("text")) player.style.setProperty("--drama-font-size", `${query.get("text")}px`);
if (stories[name].mode === "inline") {
  document.body.classList.add("is-article");
  const main = document.createElement("main");
  const before = document.createElement("p");
  before.textContent = "The harbour was quiet that evening, and nobody looked up at the tower. ".repeat(2);
  const after = document.createElement("p");
  after.textContent = "What happened next is told in eight short films. ".repeat(30);
  main.append(before, player, after);
  document.body.append(main);
} else {
  player.className = "is-screen";
  document.body.append(player);
}
await player.updateComplete;
document.documentElement.dataset.ready = "";
