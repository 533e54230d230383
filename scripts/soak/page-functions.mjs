/* What runs inside the page; nothing from outside is in reach here. */

/** Puts a player into the page that starts by itself. */
export function mount() {
  const player = document.createElement("micro-drama");
  player.setAttribute("mode", "page");
  player.setAttribute("autoplay", "");
  player.setAttribute("muted", "");
  player.setAttribute("src", "/series.json");
  document.body.append(player);
}

export function unmount() {
  document.querySelector("micro-drama").remove();
}

/** One swipe: down to the last episode, then up to the first, and so on. */
export function move() {
  const player = document.querySelector("micro-drama");
  const from = player.state.episode;
  window.direction ??= "next";
  player[window.direction]();
  if (player.state.episode !== from) return;
  window.direction = window.direction === "next" ? "previous" : "next";
  player[window.direction]();
}

export function readPlace() {
  const { shadowRoot, state } = document.querySelector("micro-drama");
  return { state, episodeNodes: shadowRoot.querySelectorAll("[part~=episode]").length };
}
