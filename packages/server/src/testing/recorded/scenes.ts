import { randomUUID } from "node:crypto";
import { signCallback } from "../../ads/signed-network.js";
import { AD_NETWORK, type TestPlatform } from "../test-platform.js";
import { createAccount, createGuest, send } from "../visitor.js";

/** What one recorded request needs that stands in no recording. */
export interface Cue {
  /** Token of who sends it; `null`: nobody. Absent: the viewer of the scene. */
  readonly as?: string | null;
  /** What happens before; `real` tells the name that stands for a recorded one. */
  readonly before?: (real: (recorded: string) => string) => Promise<void>;
  /** The idempotency key, where the recording left it out. */
  readonly key?: string;
}

/** Who is there when a recording is said again, and what else has to happen. */
export interface Scene {
  /** The viewer's token. Absent: the recording makes its guest itself. */
  readonly token?: string;
  /** Proof of the guest that the requests speak of. */
  readonly proof?: string;
  /** By the number of the request, from 1. */
  readonly cues: { readonly [request: number]: Cue };
}

const NOBODY: Cue = { as: null };

/** A scene for each recording, on the platform of the other cases with its prices. */
export const SCENES: { readonly [file: string]: (platform: TestPlatform) => Promise<Scene> } = {
  "2026-11-22.json": async () => ({ cues: { 1: NOBODY, 2: NOBODY, 3: NOBODY, 4: NOBODY, 21: NOBODY } }),

  // The guest and the account had both bought e04.
  "2026-11-22-account.json": async (platform) => {
    const [guest, account, other] = [
      await createGuest(platform),
      await createAccount(platform),
      await createAccount(platform),
    ];
    await guest.unlock("e04");
    await guest.unlock("e05");
    await account.topUp();
    await account.unlock("e04");
    return {
      token: account.tokens.token,
      proof: guest.tokens.refreshToken,
      cues: { 3: { as: other.tokens.token }, 5: NOBODY },
    };
  },

  // Two films a day: one within the recording, one beside it.
  "2026-11-23-films.json": async (platform) => {
    const guest = await createGuest(platform);
    const reward = async (session: string) => {
      const body = JSON.stringify({ type: "film.completed", data: { session } });
      const headers = await signCallback(AD_NETWORK.secret, { id: randomUUID(), at: platform.now(), body });
      const { status } = await send(platform, `/webhooks/${AD_NETWORK.name}`, {
        method: "POST",
        headers,
        body,
      });
      if (status !== 200) throw new Error(`The network's word was answered with ${status}.`);
    };
    const wait = async () => platform.advance(15);
    const key = "6c630ffe-73dd-4a26-8881-94e83bce8bdb";
    return {
      token: guest.tokens.token,
      cues: {
        3: { key: randomUUID() },
        4: { key, before: wait },
        6: { before: (real) => reward(real("dee63ee9-18d0-404b-ae53-d486b0db0b17")) },
        8: {
          async before() {
            const { body } = await guest.request<{ id: string }>("/ad-sessions", {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ ref: { series: "harbour", episode: "e05" }, offerId: "ad" }),
            });
            await wait();
            await reward(body.id);
          },
        },
      },
    };
  },

  // A guest, then an account, then nobody.
  "2026-11-24-viewer.json": async (platform) => {
    const [guest, account] = [await createGuest(platform), await createAccount(platform)];
    return { token: guest.tokens.token, cues: { 5: { as: account.tokens.token }, 6: NOBODY } };
  },
};

/** Recordings that this server cannot answer, because it never gave those answers, and why. They are read all the same. */
export const FOREIGN: { readonly [file: string]: string } = {};
