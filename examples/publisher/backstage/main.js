import { createDrawer } from "./drawer.js";
import { createEventsPanel } from "./events-panel.js";
import { createLedgerPanel } from "./ledger-panel.js";
import { createNetworkPanel } from "./network-panel.js";
import { createQualityPanel } from "./quality-panel.js";
import { createRequestsPanel } from "./requests-panel.js";
import { followViewer } from "./viewer-token.js";

/*
 * The backstage of the demo: what happens behind the player, for somebody who doubts it. Not part of the product.
 * It hears of requests from the server that `npm start` runs, and does nothing on a page served by anything else.
 */
const viewer = followViewer();

async function open() {
  const config = await fetch("/config.json").then((answer) => (answer.ok ? answer.json() : undefined));
  if (!config) return;
  const events = new EventSource("/backstage/events");
  const drawer = createDrawer();
  drawer.add(createNetworkPanel(events));
  drawer.add(createQualityPanel());
  drawer.add(createLedgerPanel({ api: config.api, viewer, events }));
  drawer.add(createEventsPanel());
  drawer.add(createRequestsPanel(events));
}

open().catch((error) => console.warn("The backstage stays closed:", error));
