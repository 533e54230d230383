/** A frame rate as ffmpeg writes it: `num/den` frames per second. */
export interface FrameRate {
  readonly num: number;
  readonly den: number;
}

const standardRates: readonly FrameRate[] = [
  { num: 24000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30000, den: 1001 },
  { num: 30, den: 1 },
];
const fallbackRate: FrameRate = { num: 30, den: 1 };
/** Below this a film is a slide show, and players count dropped frames wrongly. */
const slowest = 10;

/** Reads `30000/1001`; `0/0` and nonsense give undefined. */
export function parseFrameRate(text: string | undefined): FrameRate | undefined {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? "");
  const num = Number(match?.[1]);
  const den = Number(match?.[2]);
  return num > 0 && den > 0 ? { num, den } : undefined;
}

/** Frames per second. */
export function framesPerSecond({ num, den }: FrameRate): number {
  return num / den;
}

/** True when the average differs so much from the nominal rate that frames cannot be evenly spaced. */
export function isVariable(nominal: FrameRate | undefined, average: FrameRate | undefined): boolean {
  if (!nominal || !average) return true;
  return Math.abs(framesPerSecond(nominal) / framesPerSecond(average) - 1) > 0.01;
}

/**
 * The constant rate to encode with: at most 30 frames per second, because a phone in a feed gains nothing
 * from more. Rates of 48 and above are divided evenly, so that no frame is shown longer than its neighbours.
 * A film of variable rate gets its nominal rate: phones record at 30 and drop frames in the dark.
 */
export function chooseFrameRate(nominal: FrameRate | undefined, average: FrameRate | undefined): FrameRate {
  const variable = isVariable(nominal, average);
  const rate = variable ? nominal : average;
  // Some files give the ticks of their clock, such as 600 or 90000, for their nominal rate.
  if (!rate || (variable && framesPerSecond(rate) > 61)) return fallbackRate;
  const divisor = Math.max(1, Math.ceil(framesPerSecond(rate) / 30.3));
  const wanted = framesPerSecond(rate) / divisor;
  if (wanted < slowest) return { num: 24, den: 1 };
  const standard = standardRates.find((rate) => Math.abs(framesPerSecond(rate) / wanted - 1) < 0.0005);
  return standard ?? { num: rate.num, den: rate.den * divisor };
}
