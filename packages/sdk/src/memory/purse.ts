import type { Coins, Wallet } from "@micro-drama/protocol";

/** From which bucket coins came. */
export interface Spent {
  readonly paid: Coins;
  readonly bonus: Coins;
}

/** Coins in two buckets; bonus coins go first. Neither is ever below zero. */
export interface Purse {
  wallet(): Wallet;
  total(): Coins;
  /** Undefined: the coins do not suffice, and nothing was taken. */
  spend(amount: Coins): Spent | undefined;
  add(coins: Partial<Spent>): void;
}

/** The currency of coins. */
export const COIN = "COIN";

/** A purse with what it holds at the beginning. */
export function createPurse({ paid = 0, bonus = 0 }: Partial<Spent>): Purse {
  let held: Spent = { paid, bonus };
  let rev = 1;
  const add = (coins: Partial<Spent>) => {
    held = { paid: held.paid + (coins.paid ?? 0), bonus: held.bonus + (coins.bonus ?? 0) };
    rev += 1;
  };
  return {
    wallet: () => ({ balances: [{ currency: COIN, ...held }], rev }),
    total: () => held.paid + held.bonus,
    spend(amount) {
      if (amount > held.paid + held.bonus) return undefined;
      const fromBonus = Math.min(amount, held.bonus);
      const spent = { paid: amount - fromBonus, bonus: fromBonus };
      add({ paid: -spent.paid, bonus: -spent.bonus });
      return spent;
    },
    add,
  };
}
