import { ParseError } from "../errors.js";
import type { Iso } from "../json.js";

/** An object whose fields nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one untrusted value at `path`; throws a {@link ParseError} that names the path. */
export type Read<T> = (value: unknown, path: string) => T;

/** Long enough for any title, short enough that a hostile manifest cannot fill a page. */
const MAX_TEXT = 2000;
const ID = /^[\w.-]{1,64}$/;
const LANG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export const object: Read<Fields> = (value, path) => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  return fail(path, "an object", value);
};

export const text: Read<string> = (value, path) => {
  if (typeof value === "string" && value.length <= MAX_TEXT) return value;
  return fail(path, `text of at most ${MAX_TEXT} characters`, value);
};

/** Ids travel in URLs and storage keys, so their alphabet is narrow. `.` and `..` would climb a path. */
export const id: Read<string> = (value, path) => {
  if (typeof value === "string" && ID.test(value) && value !== "." && value !== "..") return value;
  return fail(path, "an id of 1–64 letters, digits, '.', '_' or '-'", value);
};

export const lang: Read<string> = (value, path) => {
  if (typeof value === "string" && LANG.test(value)) return value;
  return fail(path, "a language tag such as 'en' or 'pt-BR'", value);
};

export const iso: Read<Iso> = (value, path) => {
  if (typeof value === "string" && ISO.test(value) && !Number.isNaN(Date.parse(value))) return value;
  return fail(path, "an instant such as '2027-01-10T18:00:00Z'", value);
};

/** Counts of coins, bytes and revisions: never fractions, never beyond what JSON keeps exactly. */
export const count: Read<number> = (value, path) => {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  return fail(path, "a whole number ≥ 0", value);
};

export const seconds: Read<number> = (value, path) => {
  if (typeof value === "number" && value > 0 && value < 86_400) return value;
  return fail(path, "seconds, more than 0", value);
};

export const flag: Read<boolean> = (value, path) => {
  if (typeof value === "boolean") return value;
  return fail(path, "true or false", value);
};

/** Reads every item of an array, in order. */
export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return fail(path, "a list", value);
    return Object.freeze(value.map((item, index) => read(item, `${path}[${index}]`)));
  };
}

/** One of some words; anything else becomes `fallback`, or is refused where there is none. */
export function oneOf<T extends string>(words: readonly T[], fallback?: T): Read<T> {
  return (value, path) => {
    if (words.includes(value as T)) return value as T;
    return fallback ?? fail(path, `one of ${words.map((word) => `'${word}'`).join(", ")}`, value);
  };
}

/**
 * Reads `fields[name]` if it is there: `{[name]: value}`, or nothing. Spread it into the result, so that an
 * absent field stays absent instead of becoming `undefined`. `null` counts as absent.
 */
export function optional<Name extends string, T>(
  fields: Fields,
  path: string,
  name: Name,
  read: Read<T>,
): { [K in Name]?: T } {
  const value = fields[name];
  return value === undefined || value === null
    ? {}
    : ({ [name]: read(value, `${path}.${name}`) } as { [K in Name]?: T });
}

/** Throws the error that says what was expected at `path` and what stood there. */
export function fail(path: string, expected: string, value: unknown): never {
  throw new ParseError(path, `expected ${expected}, got ${show(value)}`);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const shown = JSON.stringify(value) ?? typeof value;
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
