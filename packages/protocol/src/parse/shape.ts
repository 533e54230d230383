import { fail, list, object, type Read } from "./field.js";

type Readers = { readonly [name: string]: Read<unknown> };
type Out<R> = R extends Read<infer T> ? T : never;
type Required<R extends Readers> = { readonly [Name in keyof R]: Out<R[Name]> };
type Optional<R extends Readers> = { readonly [Name in keyof R]?: Out<R[Name]> };

/** A reader that can also tell what it reads: the OpenAPI document is made from the readers themselves. */
export type Shaped<T, Shape> = Read<T> & Readonly<Shape>;

/**
 * Reads an object field by field into a frozen one. Fields it does not know are skipped, so that an old reader meets a
 * new writer; `null` counts as absent where a field may be.
 */
export function record<R extends Readers, O extends Readers = Record<never, never>>(
  required: R,
  optional?: O,
): Shaped<Required<R> & Optional<O>, { required: R; optional: O | undefined }> {
  const read = (value: unknown, path: string) => {
    const fields = object(value, path);
    const result: Record<string, unknown> = {};
    for (const name in required) result[name] = required[name]?.(fields[name], `${path}.${name}`);
    for (const name in optional) {
      const present = fields[name] ?? undefined;
      if (present !== undefined) result[name] = optional[name]?.(present, `${path}.${name}`);
    }
    return Object.freeze(result) as Required<R> & Optional<O>;
  };
  return Object.assign(read, { required, optional });
}

type Variants = { readonly [word: string]: Read<object> };
type OneVariant<Tag extends string, V extends Variants> = {
  [Word in keyof V]: { readonly [T in Tag]: Word } & Out<V[Word]>;
}[keyof V];

/**
 * Reads an object whose field `tag` says which of several records it is. A word it does not know is refused, or read
 * as `otherwise` says.
 */
export function variants<const Tag extends string, V extends Variants, F = never>(
  tag: Tag,
  records: V,
  otherwise?: Read<F>,
): Shaped<OneVariant<Tag, V> | F, { tag: Tag; variants: V; isOpen: boolean }> {
  const read = (value: unknown, path: string) => {
    const fields = object(value, path);
    const word = fields[tag];
    // An own property only: "constructor" is no kind of offer.
    const known = typeof word === "string" && Object.hasOwn(records, word) ? records[word] : undefined;
    if (known) return Object.freeze({ [tag]: word, ...known(fields, path) }) as OneVariant<Tag, V>;
    if (otherwise) return otherwise(value, path);
    const words = Object.keys(records).map((name) => `'${name}'`);
    return fail(`${path}.${tag}`, `one of ${words.join(", ")}`, word);
  };
  return Object.assign(read, { tag, variants: records, isOpen: otherwise !== undefined });
}

/** Reads every item of a list, in order. Items read as `undefined` are left out: kinds of later versions. */
export function listOf<T>(item: Read<T>): Shaped<readonly Exclude<T, undefined>[], { item: Read<T> }> {
  const all = list(item);
  const read = (value: unknown, path: string) =>
    Object.freeze(all(value, path).filter((entry) => entry !== undefined)) as readonly Exclude<
      T,
      undefined
    >[];
  return Object.assign(read, { item });
}

/** One of some words. A word of a later version is read as `fallback`, or refused where there is none. */
export function word<const T extends string>(
  words: readonly T[],
  fallback?: NoInfer<T>,
): Shaped<T, { words: readonly T[]; isOpen: boolean }> {
  const read = (value: unknown, path: string): T => {
    if (words.includes(value as T)) return value as T;
    return fallback ?? fail(path, `one of ${words.map((name) => `'${name}'`).join(", ")}`, value);
  };
  return Object.assign(read, { words, isOpen: fallback !== undefined });
}

/** A field that may be absent and then means `fallback`. */
export function orElse<T, const F>(read: Read<T>, fallback: F): Shaped<T | F, { of: Read<T>; fallback: F }> {
  const either = (value: unknown, path: string) => (value == null ? fallback : read(value, path));
  return Object.assign(either, { of: read, fallback });
}
