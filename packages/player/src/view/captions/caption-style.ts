import type { StyleVars } from "../directives/set-vars.js";

/** How a viewer wants captions; what is absent is as the page has it. */
export interface CaptionStyle {
  readonly size?: CaptionSize;
  readonly color?: CaptionColor;
  readonly background?: CaptionBackground;
  readonly edge?: CaptionEdge;
}

/** Choices by setting, in the order of the menu. */
export const captionChoices = {
  size: ["small", "medium", "large", "huge"],
  color: ["white", "yellow", "cyan", "green"],
  background: ["solid", "sheer", "none"],
  edge: ["none", "outline", "shadow"],
} as const;

export type CaptionSize = (typeof captionChoices)["size"][number];
export type CaptionColor = (typeof captionChoices)["color"][number];
export type CaptionBackground = (typeof captionChoices)["background"][number];
export type CaptionEdge = (typeof captionChoices)["edge"][number];
export type CaptionSetting = keyof typeof captionChoices;

/** What counts as chosen while nothing was: how the player draws captions by itself. */
export const captionDefaults: Required<CaptionStyle> = {
  size: "medium",
  color: "white",
  background: "sheer",
  edge: "none",
};

const SIZES: Readonly<Record<CaptionSize, number>> = { small: 0.8, medium: 1, large: 1.35, huge: 1.75 };

const COLORS: Readonly<Record<CaptionColor, string>> = {
  white: "#fff",
  yellow: "#ffe94a",
  cyan: "#5ff3ff",
  green: "#7dff8a",
};

const BACKGROUNDS: Readonly<Record<CaptionBackground, string>> = {
  solid: "#000",
  sheer: "rgb(8 8 12 / 0.74)",
  none: "transparent",
};

const EDGES: Readonly<Record<CaptionEdge, string>> = {
  none: "none",
  outline:
    "0.06em 0 0 #000, -0.06em 0 0 #000, 0 0.06em 0 #000, 0 -0.06em 0 #000, 0.05em 0.05em 0 #000, -0.05em -0.05em 0 #000, 0.05em -0.05em 0 #000, -0.05em 0.05em 0 #000",
  shadow: "0 0.06em 0.18em #000, 0 0 0.4em #000",
};

/** The style as custom properties of whatever holds captions. */
export function toCaptionVars({ size, color, background, edge }: CaptionStyle): StyleVars {
  return {
    "--caption-scale": size ? SIZES[size] : null,
    "--caption-color": color ? COLORS[color] : null,
    "--caption-background": background ? BACKGROUNDS[background] : null,
    "--caption-edge": edge ? EDGES[edge] : null,
  };
}

/** What was kept on a device, as far as it is a style. Never throws. */
export function parseCaptionStyle(value: unknown): CaptionStyle {
  if (typeof value !== "object" || value === null) return {};
  const kept = value as Readonly<Record<string, unknown>>;
  const known = Object.entries(captionChoices).filter(([setting, choices]) =>
    (choices as readonly unknown[]).includes(kept[setting]),
  );
  return Object.fromEntries(known.map(([setting]) => [setting, kept[setting]]));
}
