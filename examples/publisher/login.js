/*
 * What a page with readers of its own does: hand the player a token that the page's server signed, and tell it when
 * somebody logged in or out. Everything else here is the page's own business.
 */
const form = document.querySelector(".login");
const field = form.querySelector("input");
const button = form.querySelector("button");
const player = document.querySelector("micro-drama");
let reader = null;

async function getToken() {
  const answer = await fetch("/login/token");
  return answer.ok ? answer.text() : ""; // "" = nobody is logged in
}

function show(name) {
  const changed = name !== reader;
  reader = name;
  field.hidden = Boolean(name);
  field.required = !name;
  button.textContent = name ? `${name} · Sign out` : "Sign in";
  if (!player || !changed) return;
  player.getToken = getToken;
  // Somebody else now: the player forgets what it knew and asks the platform again.
  player.recheck?.();
}

async function send(method, body) {
  const answer = await fetch("/login", {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    field.setCustomValidity((await answer.json()).title);
    form.reportValidity();
    return;
  }
  show(body?.name.trim() ?? null);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send(reader ? "DELETE" : "POST", reader ? undefined : { name: field.value });
});
field.addEventListener("input", () => field.setCustomValidity(""));

fetch("/login").then(async (answer) => show((await answer.json()).name));
