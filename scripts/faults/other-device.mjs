import { randomUUID } from "node:crypto";

/**
 * Buys with the same purse on another device: the page does not know of it.
 *
 * @param {import("./stage.mjs").Stage} stage whose page has asked for something already
 * @param {readonly string[]} episodes
 */
export async function buyElsewhere({ proxy, platform }, episodes) {
  const { token } = proxy.log.findLast((entry) => entry.token);
  for (const episode of episodes) {
    const response = await fetch(`http://127.0.0.1:${platform.apiPort}/drama/v1/unlocks`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify({
        refs: [{ series: "lantern-keeper", episode }],
        offerId: "coins",
        maxPrice: { amount: 90, currency: "COIN" },
      }),
    });
    if (!response.ok) throw new Error(`the other device could not buy: ${await response.text()}`);
  }
}
