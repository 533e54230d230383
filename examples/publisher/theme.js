/* A theme is a small style sheet of the page's own: this one swaps it, and remembers it in the address. */
const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
const choice = document.querySelector("select.theme");

const chosen = new URLSearchParams(location.search).get("theme");
if ([...choice.options].some(({ value }) => value === chosen)) choice.value = chosen;
apply();
choice.addEventListener("change", () => {
  const url = new URL(location.href);
  url.searchParams.set("theme", choice.value);
  history.replaceState(history.state, "", url);
  apply();
});

function apply() {
  // The default is what the player brings along: nothing to load for it.
  if (choice.value === "default" && !link.isConnected) return;
  link.href = `/styles/themes/${choice.value}.css`;
  document.head.append(link);
}
