import { type CaptionStyle, parseCaptionStyle } from "./caption-style.js";

/** Where the style is kept between visits; only where the page allows storage. */
export interface CaptionStyleMemory {
  /** What was kept, whatever it is. */
  read(): unknown;
  write(style: CaptionStyle): void;
}

let style: CaptionStyle = {};
let memory: CaptionStyleMemory | undefined;

/** The viewer's style: one person looks at all players of a page. */
export function captionStyle(): CaptionStyle {
  return style;
}

/** Changes the style for all players, and keeps it where it may be kept. */
export function setCaptionStyle(change: CaptionStyle): void {
  style = Object.freeze({ ...style, ...change });
  memory?.write(style);
}

/** Back to how the page has it. */
export function resetCaptionStyle(): void {
  style = {};
  memory?.write(style);
}

/** The page allows storage: brings what was kept, unless the viewer has chosen anew, and keeps what comes. */
export function rememberCaptionStyle(port: CaptionStyleMemory): void {
  memory = port;
  style = Object.freeze({ ...parseCaptionStyle(port.read()), ...style });
}
