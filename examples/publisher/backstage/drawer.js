import { element } from "./element.js";

/** The drawer and its handle. It stays above the page and lets the page be used while it is open. */
export function createDrawer() {
  const body = element("div", { class: "bs-body" });
  const drawer = element(
    "aside",
    { class: "bs-drawer", id: "backstage", "aria-label": "Backstage", hidden: true },
    element(
      "header",
      { class: "bs-head" },
      element("h2", {}, "Backstage"),
      element("p", {}, "What the platform sees. Break things: nobody is charged twice."),
    ),
    body,
  );
  const handle = element(
    "button",
    {
      class: "bs-handle",
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "backstage",
      onclick: () => toggle(drawer.hidden),
    },
    "Backstage",
  );

  function toggle(isOpen) {
    drawer.hidden = !isOpen;
    handle.setAttribute("aria-expanded", String(isOpen));
    handle.textContent = isOpen ? "Close backstage" : "Backstage";
    raise();
  }

  // The player enters the top layer; the drawer follows it there, or it could not be used while a film plays.
  function raise() {
    for (const part of [drawer, handle]) {
      if (part.matches(":popover-open")) part.hidePopover();
      if (!part.hidden) part.showPopover();
    }
  }

  for (const part of [drawer, handle]) part.setAttribute("popover", "manual");
  document.body.append(drawer, handle);
  raise();
  document.addEventListener("drama-mode-change", raise);
  return { add: (section) => body.append(section) };
}
