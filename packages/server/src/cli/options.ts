import { InvalidArgumentError } from "commander";

/** `--origins a b` and `--origins a,b` mean the same. */
export function commaList(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), ...value.split(",").filter((part) => part !== "")];
}

/** A whole number of coins or things. */
export function whole(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError("A whole number is expected.");
  return number;
}
