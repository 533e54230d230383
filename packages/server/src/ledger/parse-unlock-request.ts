import type { UnlockRequest } from "@micro-drama/protocol";
import { readId, readList, readObject, readText, readWhole, refuse } from "../fields.js";

/** As many as one check may ask for. */
export const MAX_REFS = 200;

/**
 * Reads the body of `POST /unlocks`. Fields that it does not know, such as a viewer's id, are ignored.
 *
 * @param options `currency`: the only one in which prices may be stated
 * @throws ParseError naming the field
 */
export function parseUnlockRequest(
  json: unknown,
  { currency }: { readonly currency: string },
): UnlockRequest {
  const fields = readObject(json, "$");
  const refs = readList(fields.refs, "$.refs");
  if (refs.length === 0 || refs.length > MAX_REFS) refuse("$.refs", `1–${MAX_REFS} refs`, refs.length);
  return {
    refs: refs.map((value, index) => {
      const path = `$.refs[${index}]`;
      const ref = readObject(value, path);
      return {
        series: readId(ref.series, `${path}.series`),
        episode: readId(ref.episode, `${path}.episode`),
      };
    }),
    offerId: readId(fields.offerId, "$.offerId"),
    ...(isAbsent(fields.quote) ? {} : { quote: readQuote(fields.quote) }),
    ...(isAbsent(fields.maxPrice) ? {} : { maxPrice: readPrice(fields.maxPrice, currency) }),
    ...(isAbsent(fields.evidence) ? {} : { evidence: readEvidence(fields.evidence) }),
    ...(fields.isAutomatic === true ? { isAutomatic: true as const } : {}),
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A quote names every price that differs, so it may be longer than other texts. */
function readQuote(value: unknown): string {
  return typeof value === "string" && value.length <= 16_384 ? value : refuse("$.quote", "a quote", value);
}

function readEvidence(value: unknown): NonNullable<UnlockRequest["evidence"]> {
  const { code, adSession } = readObject(value, "$.evidence");
  return {
    ...(isAbsent(code) ? {} : { code: readText(code, "$.evidence.code") }),
    ...(isAbsent(adSession) ? {} : { adSession: readText(adSession, "$.evidence.adSession") }),
  };
}

function readPrice(value: unknown, currency: string) {
  const price = readObject(value, "$.maxPrice");
  const stated = readText(price.currency, "$.maxPrice.currency");
  if (stated !== currency) refuse("$.maxPrice.currency", `'${currency}'`, stated);
  return { amount: readWhole(price.amount, "$.maxPrice.amount"), currency };
}
