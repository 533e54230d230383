/** Where the journey touches the page; the one place to change when the interface does. */
export const SELECTORS = {
  /** The card in the article that opens the player. */
  card: "[part~=card]",
  /** The sheet over a locked episode. */
  gate: "[part~=gate]",
  /** What is in the wallet, on the sheet. */
  balance: "[part~=gate-balance]",
  /** The button that buys this one episode with coins. */
  unlockWithCoins: "[part~=offer-coins]",
  /** The button that adds demo coins. */
  topUp: "[part~=offer-topup]",
};
