import type { Json } from "../json.js";
import type { Read } from "../parse/field.js";

/** A JSON Schema (2020-12). */
export type Schema = { readonly [keyword: string]: Json };

/** Reads the schema of any reader; named ones become references. */
export type Describe = (read: unknown) => Schema;

/** What the combinators in `parse/shape.ts` say of themselves. */
type Shape =
  | {
      readonly required: Record<string, Read<unknown>>;
      readonly optional: Record<string, Read<unknown>> | undefined;
    }
  | { readonly tag: string; readonly variants: Record<string, Read<unknown>>; readonly isOpen: boolean }
  | { readonly item: Read<unknown> }
  | { readonly words: readonly string[]; readonly isOpen: boolean }
  | { readonly of: Read<unknown>; readonly fallback: Json };

/**
 * Turns readers into JSON Schema.
 *
 * @param names readers that get a place of their own and are referred to
 * @param leaves the schemas of readers that are plain functions
 */
export function createDescribe(
  names: ReadonlyMap<unknown, string>,
  leaves: ReadonlyMap<unknown, Schema>,
): { readonly refer: Describe; readonly describe: Describe } {
  const refer: Describe = (read) => {
    const name = names.get(read);
    return name === undefined ? describe(read) : { $ref: `#/components/schemas/${name}` };
  };
  const describe: Describe = (read) => leaves.get(read) ?? describeShape(read as Shape, refer);
  return { refer, describe };
}

function describeShape(shape: Shape, refer: Describe): Schema {
  if ("required" in shape) return describeRecord(shape, refer);
  if ("variants" in shape) return describeVariants(shape, refer);
  if ("item" in shape) return { type: "array", items: refer(shape.item) };
  if ("words" in shape)
    return shape.isOpen
      ? { type: "string", "x-extensible-enum": shape.words }
      : { type: "string", enum: shape.words };
  if ("of" in shape)
    return shape.fallback === null ? { anyOf: [refer(shape.of), { type: "null" }] } : refer(shape.of);
  throw new TypeError("A reader without a schema: give it one in document.ts.");
}

/** A field with a fallback may be absent, but a good writer says it. */
function describeRecord(
  { required, optional = {} }: Extract<Shape, { readonly required: unknown }>,
  refer: Describe,
): Schema {
  const all = Object.entries({ ...required, ...optional });
  const needed = Object.keys(required).filter((name) => !("fallback" in (required[name] as object)));
  return {
    type: "object",
    ...(needed.length > 0 && { required: needed }),
    properties: Object.fromEntries(all.map(([name, read]) => [name, refer(read)])),
  };
}

function describeVariants(
  { tag, variants, isOpen }: Extract<Shape, { readonly variants: unknown }>,
  refer: Describe,
): Schema {
  const known = Object.entries(variants).map(([word, read]) => {
    const { required = [], properties, ...rest } = refer(read);
    return {
      ...rest,
      required: [tag, ...(required as readonly string[])],
      properties: { [tag]: { const: word }, ...(properties as Schema) },
    };
  });
  if (!isOpen) return { oneOf: known };
  const later: Schema = {
    description: "A kind of a later version: clients skip it.",
    type: "object",
    required: [tag],
    properties: { [tag]: { type: "string", not: { enum: Object.keys(variants) } } },
  };
  return { oneOf: [...known, later] };
}
