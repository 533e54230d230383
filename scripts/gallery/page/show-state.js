import { loadMessages } from "/packages/player/dist/locale/load-messages.js";
import { createStates } from "./gallery-states.js";
import "./gallery-player.js";

/** What must be there before a state counts as shown. */
function expectedPart({ series, mode, gate, panel, stage, account }) {
  if (series && stage === "error") return "[part~=notice]";
  if (!series || mode === "inline") return ".player";
  if (panel !== "none") return "[part~=panel]";
  if (account?.notice) return "[part~=account-notice]";
  if (gate) return "[part~=gate]";
  return stage === "ended" ? "[part~=end-card]" : "[part~=controls]";
}

/** Shows the state that the URL names, as large as the window or in an article. */
export async function showState(query) {
  const name = query.get("state");
  const states = createStates(Number(query.get("episodes") ?? 0));
  const view = states[name];
  if (!view) throw new Error(`There is no state "${name}".`);
  const messages = await loadMessages(query.get("lang") ?? "en");
  const dir = query.get("dir") ?? messages.dir;
  Object.assign(document.documentElement, { lang: messages.lang, dir });
  const player = Object.assign(document.createElement("micro-drama"), { view, messages, dir });
  if (query.has("text")) player.style.setProperty("--drama-font-size", `${query.get("text")}px`);
  document.body.append(view.mode === "inline" ? inArticle(player) : onScreen(player));
  await isThere(() => player.shadowRoot?.querySelector(expectedPart(view)));
  await isThere(() => !player.shadowRoot.querySelector(".overlay > .spinner"));
  await Promise.all([...player.shadowRoot.querySelectorAll("img")].map((image) => hasSettled(image)));
}

function onScreen(player) {
  player.className = "is-screen";
  return player;
}

function inArticle(player) {
  const main = document.createElement("main");
  main.className = "article";
  const before = document.createElement("p");
  before.textContent = "The harbour was quiet that evening, and nobody looked up at the tower. ".repeat(2);
  const after = document.createElement("p");
  after.textContent = "What happened next is told in eight short films. ".repeat(30);
  main.append(before, player, after);
  return main;
}

async function isThere(find) {
  while (!find()) await new Promise(requestAnimationFrame);
}

/** A picture that is not looked at is not fetched, and need not be waited for. */
function hasSettled(image) {
  const isSeen = image.checkVisibility() && image.getBoundingClientRect().top < innerHeight;
  return isSeen ? image.decode().catch(() => {}) : undefined;
}
