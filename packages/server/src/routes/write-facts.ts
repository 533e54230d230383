import type { Access, CheckResult, Offer } from "@micro-drama/protocol";

/**
 * A check as JSON, the same text as `JSON.stringify` gives. Lists of offers that are one list are written once and copied: of
 * a hundred locked episodes that is nine tenths of the work.
 */
export function writeFacts({ items, ...others }: Omit<CheckResult, "serverNow">): string {
  const written = new Map<readonly Offer[], string>();
  const writeOffers = (offers: readonly Offer[]) => {
    const text = written.get(offers) ?? JSON.stringify(offers);
    written.set(offers, text);
    return text;
  };
  const writeItem = (item: Access) => {
    if (item.state !== "locked" && item.state !== "signed-out") return JSON.stringify(item);
    const { offers, ...facts } = item;
    return `${JSON.stringify(facts).slice(0, -1)},"offers":${writeOffers(offers)}}`;
  };
  const rest = JSON.stringify(others).slice(1);
  return `{"items":[${items.map(writeItem).join(",")}]${rest === "}" ? "" : ","}${rest}`;
}
