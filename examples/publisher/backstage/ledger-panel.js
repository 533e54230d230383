import { element, panel } from "./element.js";

const REFRESH_AFTER_MS = 150;

/** The viewer's wallet and the rows of the ledger, read from the database after each request that may change them. */
export function createLedgerPanel({ api, viewer, events }) {
  const balance = element("p", { class: "bs-balance" }, "No viewer yet");
  const proof = element(
    "p",
    { class: "bs-note" },
    "Postings appear when coins move. Each journal sums to zero.",
  );
  const rows = element("tbody");
  const table = element(
    "table",
    { class: "bs-ledger", hidden: true },
    element(
      "thead",
      {},
      element("tr", {}, ...["What", "Account", "Coins"].map((name) => element("th", { scope: "col" }, name))),
    ),
    rows,
  );
  let timer;

  async function refresh() {
    if (!viewer.token) return;
    try {
      const answer = await viewer.fetch(`${api}/drama/v1/inspect/ledger`, {
        headers: { authorization: `Bearer ${viewer.token}` },
      });
      if (answer.ok) show(await answer.json());
    } catch {
      // The server was killed or the network is a tunnel: the last known rows stay.
    }
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(refresh, REFRESH_AFTER_MS);
  }

  function show({ wallet, journals }) {
    const coins = wallet?.balances?.find(({ currency }) => currency === "COIN");
    if (coins)
      balance.textContent = `${coins.paid + coins.bonus} coins (${coins.bonus} bonus, ${coins.paid} paid)`;
    const postings = journals.flatMap((journal) => journal.postings.map((posting) => ({ journal, posting })));
    rows.replaceChildren(...postings.map(rowOf));
    table.hidden = postings.length === 0;
    const sum = postings.reduce((total, { posting }) => total + Number(posting.amount), 0);
    const unlocks = journals.filter(({ kind }) => kind.startsWith("unlock")).length;
    proof.textContent =
      postings.length === 0
        ? "Postings appear when coins move. Each journal sums to zero."
        : `${unlocks} ${unlocks === 1 ? "unlock" : "unlocks"} charged. Sum of all postings: ${sum}.`;
  }

  viewer.onChange(schedule);
  events.addEventListener("request", ({ data }) => {
    const { origin, path } = JSON.parse(data);
    if (origin === "api" && !path.includes("/inspect/")) schedule();
  });
  return panel("Wallet and ledger", balance, table, proof);
}

function rowOf({ journal, posting }) {
  const amount = Number(posting.amount);
  return element(
    "tr",
    {},
    element("td", {}, [journal.kind, ...(journal.items ?? []).map(({ episode }) => episode)].join(" ")),
    element("td", {}, posting.account),
    element("td", { "data-sign": amount < 0 ? "minus" : "plus" }, amount > 0 ? `+${amount}` : String(amount)),
  );
}
