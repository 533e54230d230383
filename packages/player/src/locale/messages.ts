import type { DeclineReason, ReceiptKind, UnavailableReason } from "@micro-drama/protocol";
import type { MediaFailureCode } from "../core/media-fact.js";
import type { Formats } from "./formats.js";
import type { NumberFormats } from "./number-formats.js";

/** The words of the first frame, in one language. Titles and labels of the platform are data. */
export interface Messages {
  /** BCP 47 tag of the words and of the formats. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly format: NumberFormats;

  readonly player: (series: string) => string;
  readonly loading: string;
  readonly episodes: string;
  readonly episodeCount: (count: number) => string;
  readonly episodeTitle: (number: number, title: string) => string;
  readonly watch: string;

  readonly close: string;
  readonly retry: string;
  readonly offline: string;
  readonly seriesFailure: string;
  readonly partMissing: string;
}

/** The words of an opened player. */
export interface OpenedWords {
  readonly play: string;
  readonly pause: string;
  readonly mute: string;
  readonly unmute: string;
  readonly tapForSound: string;
  readonly captions: string;
  readonly captionsOff: string;
  readonly captionStyle: CaptionStyleWords;
  readonly settings: SettingsWords;
  readonly speed: (rate: string) => string;
  readonly share: string;
  readonly next: string;
  readonly previous: string;
  readonly seek: string;
  readonly timeOf: (position: string, duration: string) => string;
  readonly like: string;
  readonly follow: string;
  /** The page could not keep what the viewer said of a film. */
  readonly notKept: string;

  readonly episode: (number: number) => string;
  /** Spoken when an episode comes: its place and its name. */
  readonly episodeOf: (number: number, count: number, title: string) => string;

  readonly failure: Readonly<Record<MediaFailureCode | "unknown", string>>;
  readonly announced: string;
  readonly announcedFor: (date: string) => string;

  readonly theEnd: string;
  readonly upNext: string;
  /** Does not go on to the next episode; and what is true then. */
  readonly cancel: string;
  readonly staying: string;
  readonly replay: string;

  readonly free: string;
  readonly owned: string;
  readonly locked: string;
  readonly playing: string;
  readonly unpublished: string;

  /** Spoken when the lock opens, and while a payment or its answer is on its way. */
  readonly lockedHint: string;
  readonly pending: string;
  readonly confirming: string;

  /** Absent in English, whose words for the sheet come with the sheet: `selectGateWords` completes them. */
  readonly gate?: GateMessages;
}

/** The menu of speed, picture and data. */
export interface SettingsWords {
  readonly title: string;
  readonly speed: string;
  /** The largest picture that may be loaded. */
  readonly quality: string;
  readonly automatic: string;
  readonly saveData: string;
  /** `size` is written out: `16 MB`. */
  readonly perEpisode: (size: string) => string;
  readonly autoNext: string;
  readonly hideControls: string;
  readonly showControls: string;
  readonly pictureInPicture: string;
  readonly fullScreen: string;
  readonly copied: string;
}

/** The settings of captions, and what each can be. */
export interface CaptionStyleWords {
  readonly title: string;
  /** A line that the settings are tried on. */
  readonly sample: string;
  readonly size: Setting<"small" | "medium" | "large" | "huge">;
  readonly color: Setting<"white" | "yellow" | "cyan" | "green">;
  readonly background: Setting<"solid" | "sheer" | "none">;
  readonly edge: Setting<"none" | "outline" | "shadow">;
  readonly reset: string;
}

interface Setting<Choice extends string> {
  readonly name: string;
  readonly choices: Readonly<Record<Choice, string>>;
}

/** Every word that the player says of its own accord, but those of the lock sheet, and all formats. */
export interface OpenedMessages extends Messages, OpenedWords {
  readonly format: Formats;
}

/** The words of the lock sheet. */
export interface GateMessages {
  readonly thisEpisode: string;
  readonly rest: (episodes: number) => string;
  readonly bundle: (episodes: number) => string;
  readonly runningTime: (time: string) => string;
  readonly alreadyOwned: (episodes: number) => string;
  readonly coins: (count: number) => string;
  /** `money` is the same price in real money. */
  readonly usually: (price: string) => string;
  readonly balance: string;
  readonly balanceAfter: string;
  readonly bonusIncluded: (bonus: string) => string;
  readonly bonusFirst: (bonus: string) => string;
  readonly shortBy: (coins: string) => string;
  readonly unlockFor: (price: string) => string;
  readonly unlockFree: string;
  readonly noAutoCharge: string;

  readonly moreWays: string;
  readonly wait: string;
  readonly waitLeft: (time: string) => string;
  readonly waitOver: string;
  readonly watchFree: string;
  readonly demoTopUp: (coins: string) => string;
  readonly demoNote: string;
  readonly topUp: (coins: string) => string;
  readonly topUpPlain: string;
  readonly toppingUp: string;
  readonly code: string;
  readonly codeSend: string;
  readonly subscribe: string;
  readonly subscribeFrom: (price: string) => string;
  readonly ad: (left: number) => string;
  readonly otherWay: string;
  readonly noOffers: string;

  readonly checking: string;
  readonly unlocking: string;
  readonly pendingNote: string;
  readonly confirmingNote: string;
  readonly signedOut: string;
  readonly signIn: string;
  readonly failed: string;
  readonly failedNote: string;
  readonly unavailable: Readonly<Record<UnavailableReason, string>>;
  readonly declined: Readonly<Record<DeclineReason, string>>;
  readonly declinedShort: (coins: string) => string;
  readonly declinedUntil: (date: string) => string;
  readonly topUpFailed: string;

  readonly backTo: (number: number) => string;
  readonly checkAgain: string;
  /** What is left costs so much without the bundle. */
  readonly oneByOne: (price: string) => string;
  readonly keepUntil: (date: string) => string;
  /** The viewer's rule for buying without a press. */
  readonly ruleOffer: string;
  readonly ruleNote: string;
  readonly rulePerEpisode: string;
  readonly rulePerVisit: string;
  readonly ruleStart: string;
  readonly ruleOn: (perEpisode: string, perVisit: string) => string;
  readonly ruleSpent: (coins: string) => string;
  readonly ruleStop: string;
  readonly boughtByRule: (number: number, coins: string) => string;
  readonly ruleNotKept: string;
  readonly restore: string;
  readonly nothingRestored: string;
  readonly noSignIn: string;
  readonly remind: string;
  readonly reminded: string;
  readonly purchases: string;
  readonly purchasesNone: string;
  readonly purchasesFailed: string;
  readonly older: string;
  readonly receipt: (id: string) => string;
  readonly receiptKinds: Readonly<Record<ReceiptKind, string>>;
  readonly confirm: string;
  readonly offline: string;
  readonly adUnavailable: string;
  readonly merged: (episodes: number) => string;
  readonly mergedRefund: (price: string) => string;
  readonly subscribeRenews: string;
  readonly packEnough: string;
}
