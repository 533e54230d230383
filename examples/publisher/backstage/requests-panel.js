import { element, panel } from "./element.js";

const KEPT = 60;

/** Requests as the platform and the media origin saw them, newest first. */
export function createRequestsPanel(events) {
  const rows = element("tbody");
  const seen = new Set();
  events.addEventListener("request", ({ data }) => {
    const request = JSON.parse(data);
    // The stream repeats what it remembers whenever it reconnects.
    if (seen.has(request.id)) return;
    seen.add(request.id);
    rows.prepend(rowOf(request));
    while (rows.children.length > KEPT) rows.lastElementChild.remove();
  });
  return panel(
    "Requests",
    element(
      "table",
      { class: "bs-requests" },
      element("caption", { class: "visually-hidden" }, "Requests to the platform and the media origin"),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...["Origin", "Request", "Status", "ms"].map((name) => element("th", { scope: "col" }, name)),
        ),
      ),
      rows,
    ),
  );
}

function rowOf({ origin, method, path, status, ms }) {
  return element(
    "tr",
    { "data-class": `${Math.floor(status / 100)}xx` },
    element("td", {}, origin),
    element("td", { title: path }, `${method === "GET" ? "" : `${method} `}${shorten(path)}`),
    element("td", {}, String(status)),
    element("td", {}, String(Math.round(ms))),
  );
}

function shorten(path) {
  const clean = path
    .split("?")[0]
    .replace("/drama/v1", "")
    .replace(/\/[0-9a-f]{32}\//, "/…/");
  return clean.length > 42 ? `…${clean.slice(-41)}` : clean;
}
