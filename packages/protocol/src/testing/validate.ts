import type { Json } from "../json.js";
import type { Schema } from "../openapi/json-schema.js";

type Schemas = { readonly [name: string]: Schema };
type Fields = { readonly [name: string]: unknown };

/** What a value breaks of a JSON Schema, as paths and words. Knows the keywords that the protocol uses, no others. */
export function validate(value: unknown, schema: Schema, schemas: Schemas, path = "$"): readonly string[] {
  const deeper = (part: Schema, inner: unknown = value, at = path) => validate(inner, part, schemas, at);
  if (typeof schema.$ref === "string") return deeper(schemas[schema.$ref.replace(/^.*\//, "")] ?? {});
  const choices = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined;
  if (choices) {
    const matching = choices.filter((choice) => deeper(choice).length === 0).length;
    const isRight = schema.oneOf ? matching === 1 : matching > 0;
    return isRight ? [] : [`${path}: fits ${matching} of ${choices.length}`];
  }
  const not = schema.not as Schema | undefined;
  const broken: string[] = [];
  const rule = (isKept: boolean, word: string) => void (isKept || broken.push(`${path}: ${word}`));
  if ("const" in schema) rule(value === schema.const, "const");
  if ("enum" in schema) rule((schema.enum as readonly Json[]).includes(value as Json), "enum");
  if (not) rule(deeper(not).length > 0, "not");
  if (schema.type !== undefined) rule(isOfType(value, String(schema.type)), String(schema.type));
  if (typeof value === "number") rule(value >= Number(schema.minimum ?? Number.NEGATIVE_INFINITY), "minimum");
  if (typeof value === "string") {
    rule(value.length <= Number(schema.maxLength ?? Number.POSITIVE_INFINITY), "maxLength");
    rule(new RegExp(String(schema.pattern ?? "")).test(value), "pattern");
  }
  if (Array.isArray(value) && schema.items)
    value.forEach(
      (item, index) => void broken.push(...deeper(schema.items as Schema, item, `${path}[${index}]`)),
    );
  if (isOfType(value, "object")) {
    const fields = value as Fields;
    for (const name of (schema.required ?? []) as readonly string[]) rule(Object.hasOwn(fields, name), name);
    for (const [name, part] of Object.entries((schema.properties ?? {}) as { [name: string]: Schema }))
      if (Object.hasOwn(fields, name)) broken.push(...deeper(part, fields[name], `${path}.${name}`));
  }
  return broken;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
