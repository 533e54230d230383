import { SIZES, SWITCHES, USUAL_SIZES } from "../sizes.js";
import { stateNames } from "./gallery-states.js";
import { showState } from "./show-state.js";

/**
 * `?state=gate&dir=rtl&scheme=dark&lang=ar&theme=newsroom&text=32&episodes=100` is one state, as large as the window; all
 * but `state` may be left out. Without a state it is the overview. `data-ready` on the root says that it stands.
 */
const query = new URLSearchParams(location.search);
const scheme = query.get("scheme");
if (scheme) document.documentElement.style.colorScheme = scheme;
const theme = query.get("theme");
if (theme) await addTheme(theme);

if (query.has("state")) await showState(query);
else showOverview();
document.documentElement.dataset.ready = "";

function addTheme(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/examples/publisher/styles/themes/${encodeURIComponent(name)}.css`;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`There is no theme "${name}".`));
  });
}

function showOverview() {
  const main = document.createElement("main");
  main.className = "overview";
  main.append(createElement("h1", "Every state of every screen"), createSwitches());
  for (const name of stateNames) {
    const section = createElement("section");
    section.className = "state";
    const screens = createElement("div");
    screens.className = "screens";
    screens.append(...USUAL_SIZES.map((size) => createScreen(name, size)));
    const heading = createElement("h2");
    const link = createElement("a", name);
    link.href = urlOf(name);
    heading.append(link);
    section.append(heading, screens);
    main.append(section);
  }
  document.body.append(main);
}

function createScreen(name, size) {
  const frame = createElement("iframe");
  Object.assign(frame, { title: `${name}, ${size}`, loading: "lazy", src: urlOf(name), ...SIZES[size] });
  return frame;
}

function urlOf(name) {
  const own = new URLSearchParams(query);
  own.set("state", name);
  return `?${own}`;
}

function createSwitches() {
  const form = createElement("form");
  form.className = "switches";
  for (const [name, choices] of Object.entries(SWITCHES)) {
    const label = createElement("label", `${name} `);
    const select = createElement("select");
    select.name = name;
    select.append(...["", ...choices].map((choice) => new Option(choice || "as it is", choice)));
    select.value = query.get(name) ?? "";
    select.onchange = () => form.requestSubmit();
    label.append(select);
    form.append(label);
  }
  return form;
}

function createElement(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
