/** Where the journey touches the page; the one place to change when the interface does. */
export const SELECTORS = {
  /** The card in the article that opens the player. */
  card: "[part~=card]",
  /** What is in the wallet, on the sheet. */
  balance: "[part~=balance]",
  /** The button that spends: for this one episode, unless another card was chosen. */
  unlockWithCoins: "[part~=unlock-button]",
  /** The button that adds demo coins. */
  topUp: "[part~=top-up-button]",
};
