/** The script of a module worker: buys, and posts what came of it. */
import { buyAnEpisode } from "./purchase.js";

postMessage(await buyAnEpisode());
