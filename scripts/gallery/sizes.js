/** The screens on which every state is shown, in CSS pixels. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  landscape: { width: 844, height: 390 },
  desktop: { width: 1280, height: 800 },
  narrow: { width: 320, height: 568 },
  box: { width: 200, height: 356 },
  tiny: { width: 160, height: 284 },
  zoomed: { width: 640, height: 400 },
  wall: { width: 2560, height: 1440 },
};

/** Those of the overview; the others are asked for by name. */
export const USUAL_SIZES = ["phone", "landscape", "desktop"];

/** What the URL of a state may say, and what it means when it does not. */
export const SWITCHES = {
  dir: ["ltr", "rtl"],
  scheme: ["light", "dark"],
  lang: ["en", "ar", "es", "ja", "pt-BR", "hi", "id", "ko", "zh-Hans"],
  theme: ["default", "newsroom"],
};
