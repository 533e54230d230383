import type { Price } from "@micro-drama/protocol";
import { createNumberFormats, type NumberFormats } from "./number-formats.js";

/** Numbers, money and times as one language writes them. */
export interface Formats extends NumberFormats {
  /** `0:34`, `1:02:07`. */
  clock(seconds: number): string;
  /** Running time in whole minutes, at least one. */
  minutes(seconds: number): string;
  /** An amount in minor units of an ISO 4217 currency. */
  money(price: Price): string;
  /** Date and time of an ISO instant, as a person would say it. */
  date(iso: string): string;
  /** What is left until an instant: days and hours, below a day a clock. */
  countdown(milliseconds: number): string;
  /** A length of time as ISO 8601 writes it (`P1W`): `1 week`. What is not one is said as it is. */
  duration(iso: string): string;
  /** Playing speed: `1.5×`. */
  rate(value: number): string;
}

const DAY_SECONDS = 86_400;

/** The units of an ISO 8601 duration that a plan renews by. */
const UNITS: Readonly<Record<string, string>> = { D: "day", W: "week", M: "month", Y: "year" };

/** Languages whose short units nobody says: `7 د`, `2 hr` for two days in Indonesian. */
const SPELLED_OUT = new Set(["ar", "hi", "id"]);

/** Formats of a BCP 47 tag; every `Intl` object is made once. */
export function createFormats(lang: string): Formats {
  const numbers = createNumberFormats(lang);
  const { number } = numbers;
  const twoDigits = new Intl.NumberFormat(lang, { minimumIntegerDigits: 2 });
  const minute = createUnitFormat(lang, "minute");
  const hour = createUnitFormat(lang, "hour");
  const day = createUnitFormat(lang, "day");
  const instant = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" });
  const list = new Intl.ListFormat(lang, { type: "unit", style: "narrow" });

  function clock(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    const head = hours > 0 ? `${number(hours)}:${twoDigits.format(minutes)}` : number(minutes);
    return `${head}:${twoDigits.format(whole % 60)}`;
  }

  return {
    ...numbers,
    clock,
    minutes: (seconds) => minute.format(Math.max(1, Math.round(seconds / 60))),
    money(price) {
      const format = new Intl.NumberFormat(lang, { style: "currency", currency: price.currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return isolateCurrency(format.formatToParts(price.amount / 10 ** digits));
    },
    date: (iso) => instant.format(new Date(iso)),
    countdown(milliseconds) {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
      if (seconds < DAY_SECONDS) return clock(seconds);
      const hours = Math.floor((seconds % DAY_SECONDS) / 3600);
      const parts = [
        day.format(Math.floor(seconds / DAY_SECONDS)),
        ...(hours > 0 ? [hour.format(hours)] : []),
      ];
      return list.format(parts);
    },
    duration(iso) {
      const [, count, letter = ""] = /^P(\d+)([DWMY])$/.exec(iso) ?? [];
      const unit = UNITS[letter];
      const style = { style: "unit", unit, unitDisplay: "long" } as const;
      return unit ? new Intl.NumberFormat(lang, style).format(Number(count)) : iso;
    },
    rate: (value) => `${number(value)}×`,
  };
}

function createUnitFormat(lang: string, unit: string): Intl.NumberFormat {
  const unitDisplay = SPELLED_OUT.has(lang.split("-", 1)[0] ?? "") ? "long" : "short";
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay });
}

/**
 * Where CLDR writes a price from right to left, the sign of the currency is a word of its own direction: without an
 * isolate around it the dollar sign of `US$` is drawn on the wrong side of its letters. The price as a whole is isolated
 * from the words beside it too.
 */
function isolateCurrency(parts: readonly Intl.NumberFormatPart[]): string {
  const text = parts.map(({ value }) => value).join("");
  if (!/[\u200f\u061c]/.test(text)) return text;
  const isolated = parts.map(({ type, value }) => (type === "currency" ? `\u2068${value}\u2069` : value));
  return `\u2067${isolated.join("")}\u2069`;
}
