import type { History } from "./history.js";

/** A code that several people have, and for how many viewers it is good. */
export interface IssuedCode {
  readonly code: string;
  readonly uses: number;
}

/** A code opens for as many viewers as it is good for, whoever races for it; and is refused to nobody while some are left. */
export function findCodeFaults(
  codes: readonly IssuedCode[],
  histories: readonly History[],
): readonly string[] {
  return codes.flatMap(({ code, uses }) => {
    const tries = histories.flatMap((history) =>
      history.keyed.filter((keyed) => keyed.code === code).map((keyed) => ({ history, ...keyed })),
    );
    const opened = tries.filter(({ end }) => end?.status === 200 && !end.already);
    const isLeft = opened.length < uses;
    // Each viewer may redeem a code once: whoever has done so is refused rightly.
    const refused = tries.filter(
      ({ history, who, end }) =>
        end?.problem === "offer-gone" && !opened.some((done) => done.history === history && done.who === who),
    );
    return [
      ...(opened.length > uses ? [`a code for ${uses} was redeemed by ${opened.length}`] : []),
      ...(isLeft
        ? refused.map(({ key }) => `code ${key} was refused, though ${uses - opened.length} were left`)
        : []),
    ];
  });
}
