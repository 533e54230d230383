import fc from "fast-check";
import type { Json } from "../json.js";
import type { Schema } from "../openapi/json-schema.js";

type Schemas = { readonly [name: string]: Schema };
type Properties = { readonly [name: string]: Schema };

/** Values that a JSON Schema of the protocol allows. Knows the keywords that the protocol uses, no others. */
export function arbitraryOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const of = (part: Schema) => arbitraryOf(part, schemas);
  const choices = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map(of));
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.replace(/^.*\//, "");
    return of(schemas[name] ?? {});
  }
  if ("const" in schema) return fc.constant(schema.const);
  if ("enum" in schema) return fc.constantFrom(...(schema.enum as readonly Json[]));
  switch (schema.type) {
    case "object":
      return fc.record(mapValues((schema.properties ?? {}) as Properties, of), {
        requiredKeys: (schema.required ?? []) as string[],
      });
    case "array":
      return fc.array(of(schema.items as Schema), { maxLength: 3 });
    case "string":
      return arbitraryText(schema);
    case "integer":
      return fc.maxSafeNat();
    case "number":
      return fc.double({ min: 0.001, max: 86_399, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function arbitraryText({ format, pattern, ...schema }: Schema): fc.Arbitrary<string> {
  if (format === "uri") return fc.webUrl();
  if (format === "date-time")
    return fc
      .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString());
  const known = schema["x-extensible-enum"] as readonly string[] | undefined;
  if (known) return fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 20 }));
  const text = pattern ? fc.stringMatching(new RegExp(String(pattern))) : fc.string({ maxLength: 100 });
  const refused = ((schema.not as Schema | undefined)?.enum ?? []) as readonly string[];
  return text.filter((value) => !refused.includes(value));
}

function mapValues<T>(values: Properties, map: (value: Schema) => T): { [name: string]: T } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
