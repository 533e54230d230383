import type { Messages, OpenedWords } from "./messages.js";

/** The English words of an opened player: apart, so that no first frame waits for them. */
export function createOpenedWords({ format: { number }, partMissing }: Messages): OpenedWords {
  return {
    play: "Play",
    pause: "Pause",
    mute: "Sound off",
    unmute: "Sound on",
    tapForSound: "Tap for sound",
    captions: "Captions",
    captionsOff: "Off",
    captionStyle: {
      title: "Look of captions",
      sample: "This is how captions look",
      size: {
        name: "Size",
        choices: { small: "Small", medium: "Medium", large: "Large", huge: "Very large" },
      },
      color: {
        name: "Colour",
        choices: { white: "White", yellow: "Yellow", cyan: "Cyan", green: "Green" },
      },
      background: {
        name: "Background",
        choices: { solid: "Solid", sheer: "See-through", none: "None" },
      },
      edge: {
        name: "Edge",
        choices: { none: "None", outline: "Outline", shadow: "Shadow" },
      },
      reset: "Back to how it was",
    },
    speed: (rate) => `Speed ${rate}`,
    share: "Share",
    next: "Next episode",
    previous: "Previous episode",
    seek: "Position",
    timeOf: (position, duration) => `${position} of ${duration}`,
    episode: (n) => `Episode ${number(n)}`,
    episodeOf: (n, count, title) => `Episode ${number(n)} of ${number(count)}: ${title}`,
    failure: {
      network: "The connection was lost. Your place is kept.",
      "not-found": "This episode could not be found.",
      forbidden: "The link to this episode has run out.",
      decode: "Your browser could not read this film.",
      unsupported: "Your browser cannot play this kind of film.",
      "engine-unavailable": partMissing,
      unknown: "Something went wrong with this episode.",
    },
    announced: "Coming soon",
    announcedFor: (date) => `Comes out on ${date}`,
    theEnd: "That was the last episode so far",
    upNext: "Up next",
    replay: "Watch again",
    free: "free",
    owned: "yours",
    locked: "locked",
    playing: "playing now",
    unpublished: "coming soon",
    lockedHint: "This episode is locked. Nothing is charged until you choose.",
    pending: "Your payment is on its way",
    confirming: "We are making sure that you are not charged twice…",
  };
}
