export type { EntitlementAdapter, EpisodeRef, GetToken, Offer, Series } from "@micro-drama/protocol";
export type { AdPort, HostAnswer, UnlockState } from "@micro-drama/sdk";
export type { Reactions } from "./core/choices.js";
export type { PublicState } from "./core/public-state.js";
export type { Mode, Stage } from "./core/view-state.js";
export { defineMicroDrama, TAG_NAME } from "./element/define-micro-drama.js";
export { MicroDramaElement } from "./element/micro-drama-element.js";
export type * from "./events/details.js";
export {
  DramaBreakRequestEvent,
  DramaEvent,
  type DramaEventMap,
  DramaUnlockRequestEvent,
} from "./events/drama-event.js";
export type { DramaReactionEvent, DramaReactionsRequestEvent } from "./events/reaction-events.js";
export type { NumberFormats, Words, WordsSource } from "./locale/index.js";
export type { StorageChoice, StoragePort } from "./remember/storage-port.js";
