import type { Reactions } from "../core/choices.js";

/**
 * Reads what a page says of a viewer's reactions. Fields that are not known are skipped.
 *
 * @throws TypeError that names the field and what was found there
 */
export function readReactions(answer: unknown): Reactions {
  if (typeof answer !== "object" || answer === null) throw wrong("the answer", "an object", answer);
  const { likes, follows } = answer as Readonly<Record<string, unknown>>;
  if (likes !== undefined && !isListOfIds(likes)) throw wrong("likes", "an array of episode ids", likes);
  if (follows !== undefined && typeof follows !== "boolean") throw wrong("follows", "true or false", follows);
  return { ...(likes && { likes: [...likes] }), ...(follows !== undefined && { follows }) };
}

function isListOfIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === "string");
}

function wrong(field: string, expected: string, found: unknown): TypeError {
  return new TypeError(
    `drama-reactions-request: ${field} must be ${expected}, but is ${JSON.stringify(found)}.`,
  );
}
