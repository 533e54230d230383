/** Makes an element: `element("p", { class: "note" }, "text", child)`. Text stays text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A titled part of the drawer. */
export function panel(title, ...children) {
  return element("section", { class: "bs-panel" }, element("h3", {}, title), ...children);
}
