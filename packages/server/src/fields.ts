import { ParseError } from "@micro-drama/protocol";

/** An object whose fields nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Long enough for every label, code and quote; short enough that nobody fills the database with it. */
const MAX_TEXT = 2000;

/** @throws ParseError naming `path` */
export function readObject(value: unknown, path: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  return refuse(path, "an object", value);
}

/** @throws ParseError naming `path` */
export function readText(value: unknown, path: string): string {
  if (typeof value === "string" && value.length > 0 && value.length <= MAX_TEXT) return value;
  return refuse(path, `text of 1–${MAX_TEXT} characters`, value);
}

/** Ids travel in URLs and keys, so their alphabet is narrow. @throws ParseError naming `path` */
export function readId(value: unknown, path: string): string {
  if (typeof value === "string" && isId(value)) return value;
  return refuse(path, "an id of 1–64 letters, digits, '.', '_' or '-'", value);
}

/** Tells whether a text can name a series, an episode or an offer. */
export function isId(value: string): boolean {
  return /^[\w.-]{1,64}$/.test(value) && value !== "." && value !== "..";
}

/** A whole number between `min` and `max`. @throws ParseError naming `path` */
export function readWhole(
  value: unknown,
  path: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
): number {
  if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max)
    return value as number;
  const range = max === Number.MAX_SAFE_INTEGER ? `≥ ${min}` : `from ${min} to ${max}`;
  return refuse(path, `a whole number ${range}`, value);
}

/** @throws ParseError naming `path` */
export function readList(value: unknown, path: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(path, "a list", value);
}

/** Throws the error that says what was expected at `path` and what stood there. */
export function refuse(path: string, expected: string, value: unknown): never {
  const shown = show(value);
  throw new ParseError(
    path,
    `expected ${expected}, got ${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}`,
  );
}

/** Objects are not written out: a deep enough one would end the stack. */
function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return JSON.stringify(value) ?? typeof value;
}
