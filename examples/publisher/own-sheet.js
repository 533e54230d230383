// A lock's sheet drawn by the page: read from `player.state`, bought with `player.unlock(offer)`, and nothing else.
const player = document.querySelector("micro-drama");
const sheet = player.querySelector(".own-sheet");
const part = (name) => sheet.querySelector(`.own-${name}`);

const NEWS = {
  unknown: "One moment…",
  checking: "One moment…",
  unlocking: "Opening…",
  pending: "Your payment is on its way.",
  confirming: "We are making sure that you are not charged twice…",
  failed: "We could not ask whether this episode is yours. Nothing was charged.",
  unavailable: "This episode is not to be had at the moment.",
  "signed-out": "Please sign in.",
};

function say(offer) {
  switch (offer.kind) {
    case "coins":
      return `This episode: ${offer.price.amount} coins`;
    case "bundle":
      return `${offer.episodes.length} episodes: ${offer.price.amount} coins`;
    case "topup":
      return offer.label ?? `Get ${offer.coins ?? ""} coins`;
    default:
      return offer.label;
  }
}

/** One button for an offer. What this page has no words for, and a wait that still runs, gets none. */
function createButton(offer) {
  const words = say(offer);
  if (!words) return [];
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.offer = offer.kind;
  button.textContent = words;
  button.addEventListener("click", () => player.unlock(offer));
  return [button];
}

/** What stands between the viewer and the episode, beside the offers. */
function selectNews(lock) {
  if (lock.decline) return `That did not work (${lock.decline.reason}). Nothing was charged.`;
  return NEWS[lock.name] ?? "";
}

function draw() {
  const { lock, wallet, number } = player.state;
  if (!lock) return;
  const purse = wallet?.balances[0];
  sheet.querySelector("h2").textContent = `Episode ${number} is for readers with coins`;
  part("purse").textContent = purse ? `You have ${purse.paid + purse.bonus} coins.` : "";
  part("news").textContent = selectNews(lock);
  // While an attempt runs nothing else can be chosen.
  part("offers").replaceChildren(...(lock.name === "locked" ? lock.offers.flatMap(createButton) : []));
}

async function open() {
  draw();
  // The player tells of it at once, and shows the sheet with its next picture: before, it takes no focus.
  while (player.state.stage === "gate" && !sheet.contains(document.activeElement)) {
    sheet.focus();
    await new Promise(requestAnimationFrame);
  }
}

player.addEventListener("drama-lock-change", draw);
player.addEventListener("drama-gate-open", open);
part("leave").addEventListener("click", () => player.closeGate());
sheet.hidden = false;
// A link to a locked episode may have opened the gate before this script was there to hear of it.
if (player.state?.stage === "gate") open();
