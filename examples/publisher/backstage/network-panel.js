import { element, panel } from "./element.js";

const MODES = [
  ["normal", "Normal", "As fast as this machine."],
  ["slow", "Slow", "400 ms, 600 kbit/s: a train."],
  ["tunnel", "Tunnel", "Nothing moves. Connections hang."],
];

/** Switches for the network and the server. */
export function createNetworkPanel(events) {
  const buttons = MODES.map(([mode, label, hint]) =>
    element(
      "button",
      {
        type: "button",
        class: "bs-choice",
        "aria-pressed": "false",
        title: hint,
        onclick: () => setMode(mode),
      },
      label,
    ),
  );
  const hint = element("p", { class: "bs-note" }, MODES[0][2]);
  const server = element("span", { class: "bs-server", role: "status" }, "Server: …");
  const kill = element(
    "button",
    { type: "button", class: "bs-danger", onclick: () => post("/backstage/kill", {}) },
    "Kill the server",
  );

  events.addEventListener("state", ({ data }) => {
    const state = JSON.parse(data);
    const mode = state.network.api;
    MODES.forEach(([name, , words], index) => {
      buttons[index].setAttribute("aria-pressed", String(name === mode));
      if (name === mode) hint.textContent = words;
    });
    showServer(state.server);
  });

  function showServer({ state, restartsAt }) {
    server.dataset.state = state;
    const seconds = restartsAt ? Math.max(0, Math.ceil((new Date(restartsAt) - Date.now()) / 1000)) : 0;
    server.textContent = state === "killed" ? `Killed. Back in about ${seconds} s` : `Server: ${state}`;
    kill.disabled = state === "killed";
  }

  return panel(
    "Network and server",
    element("div", { class: "bs-choices", role: "group", "aria-label": "Network" }, ...buttons),
    hint,
    element("div", { class: "bs-row" }, kill, server),
  );
}

function setMode(mode) {
  return post("/backstage/network", { mode });
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) console.warn(`${path} answered ${answer.status}`);
}
