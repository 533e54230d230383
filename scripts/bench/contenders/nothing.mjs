/**
 * A page without a player: what an article costs by itself.
 *
 * @type {import("./contender.mjs").Contender}
 */
export const nothing = {
  name: "nothing",
  title: "no player",
  kinds: ["article-below", "article-above"],
  page: () => ({ head: "", body: "" }),
};
