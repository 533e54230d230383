import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import type { AdSession, Problem } from "@micro-drama/protocol";
import { SignJWT } from "jose";
import { signCallback } from "../ads/signed-network.js";
import { AD_NETWORK, PUBLISHER, type TestPlatform } from "../testing/test-platform.js";
import {
  createGuest,
  createVisitor,
  refreshGuest,
  send,
  type UnlockBody,
  type Visitor,
} from "../testing/visitor.js";

const FILM_SECONDS = 15;

/** C38: films open episodes by the network's word alone, once. */
export function adCases(platform: () => TestPlatform): void {
  const post = (body: unknown, headers = {}) => ({
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const begin = (visitor: Visitor, episode = "e04", offerId = "ad", series = "harbour") =>
    visitor.request<AdSession & Problem>("/ad-sessions", post({ ref: { series, episode }, offerId }));
  const claim = (visitor: Visitor, adSession: string, { episode = "e04", key = randomUUID() } = {}) =>
    visitor.request<UnlockBody>(
      "/unlocks",
      post(
        { refs: [{ series: "harbour", episode }], offerId: "ad", evidence: { adSession } },
        { "idempotency-key": key },
      ),
    );
  const reward = async (
    session: string,
    { id = randomUUID(), secret = AD_NETWORK.secret, at = platform().now(), to = AD_NETWORK.name } = {},
  ) => {
    const body = JSON.stringify({ type: "film.completed", data: { session } });
    const headers = await signCallback(secret, { id, at, body });
    return send<{ outcome?: string; already?: boolean }>(platform(), `/webhooks/${to}`, {
      method: "POST",
      headers,
      body,
    });
  };
  /** A film begun and long enough ago to be over. */
  const seen = async (visitor: Visitor, episode = "e04") => {
    const { body } = await begin(visitor, episode);
    platform().advance(FILM_SECONDS);
    return body.id;
  };
  /** The same guest, when the token has ended. */
  const returning = async ({ tokens }: Visitor) =>
    createVisitor(platform(), (await refreshGuest(platform(), tokens.refreshToken)).body);
  const owned = async (visitor: Visitor) =>
    (await visitor.check("", "harbour")).body.items.flatMap((item) =>
      item.state === "granted" && item.via !== "free" ? [`${item.ref.episode} ${item.via}`] : [],
    );
  const leftToday = async (visitor: Visitor) => {
    const [item] = (await visitor.check("episodes=e09", "harbour")).body.items;
    const offer = item?.state === "locked" ? item.offers.find(({ kind }) => kind === "ad") : undefined;
    return offer?.kind === "ad" ? offer.leftToday : undefined;
  };
  const faults = async () => {
    const { journals: _, ...counts } = await platform().store.proof();
    return Object.entries(counts).filter(([, count]) => count !== 0);
  };

  describe("a rewarded film", () => {
    it("opens its episode when the network says so, and the unlock after it is its receipt", async () => {
      const guest = await createGuest(platform());
      const { status, body } = await begin(guest);
      const { id, ...film } = body;
      assert.deepEqual([status, film], [200, { minSeconds: FILM_SECONDS, network: "house", unit: "sheet" }]);
      platform().advance(FILM_SECONDS);
      assert.equal((await reward(id)).body.outcome, "rewarded");
      assert.deepEqual(await owned(guest), ["e04 ad"]);
      const key = randomUUID();
      const unlock = await claim(guest, id, { key });
      assert.deepEqual([unlock.status, unlock.body.already, unlock.body.charged?.amount], [200, false, 0]);
      assert.deepEqual((await claim(guest, id, { key })).body.receipt, unlock.body.receipt);
      assert.deepEqual([await guest.coins(), await leftToday(guest)], [300, 1]);
      assert.deepEqual(await faults(), []);
    });

    it("lets an unlock wait that comes before the network's word", async () => {
      const guest = await createGuest(platform());
      const [id, key] = [await seen(guest), randomUUID()];
      const first = await claim(guest, id, { key });
      assert.deepEqual([first.status, first.text.includes("pending")], [202, true]);
      assert.equal((await guest.request(`/unlocks/${key}`)).status, 202);
      assert.equal((await claim(guest, id, { key })).status, 202);
      assert.equal((await claim(guest, randomUUID(), { key })).status, 422);
      await reward(id);
      const end = await guest.request<UnlockBody>(`/unlocks/${key}`);
      assert.deepEqual([end.status, end.body.items[0]?.state], [200, "granted"]);
      assert.deepEqual((await claim(guest, id, { key })).body.receipt, end.body.receipt);
    });

    it("counts once, however often and however many at once say so", async () => {
      const guest = await createGuest(platform());
      const [id, transaction] = [await seen(guest), randomUUID()];
      const ends = await Promise.all([
        ...Array.from({ length: 10 }, () => reward(id, { id: transaction })),
        ...Array.from({ length: 10 }, () => claim(guest, id)),
      ]);
      const words = ends.slice(0, 10).map(({ body }) => body as { already?: boolean });
      assert.equal(words.filter(({ already }) => already === false).length, 1);
      assert.ok(ends.every(({ status }) => status === 200 || status === 202));
      assert.equal((await reward(id)).status, 410, "another transaction");
      const other = await seen(guest, "e05");
      assert.equal((await reward(other, { id: transaction })).status, 410, "a used transaction");
      assert.deepEqual([await owned(guest), await leftToday(guest)], [["e04 ad"], 1]);
      assert.deepEqual(await faults(), []);
    });

    it("is not believed when forged, early, late, stale or from another network", async () => {
      const guest = await createGuest(platform());
      const { body } = await begin(guest);
      assert.equal((await reward(body.id)).status, 409);
      assert.equal((await claim(guest, body.id)).status, 409);
      platform().advance(FILM_SECONDS);
      const secret = `whsec_${btoa("x".repeat(32))}`;
      assert.equal((await reward(body.id, { secret })).status, 403);
      assert.equal((await reward(body.id, { at: platform().now() - 301_000 })).status, 403);
      assert.equal((await reward(body.id, { to: "nobody" })).status, 404);
      assert.equal((await reward(randomUUID())).status, 410);
      assert.equal((await reward("' or 1")).status, 410);
      const key = randomUUID();
      assert.equal((await claim(guest, body.id, { key })).status, 202);
      platform().advance(3600);
      assert.equal((await reward(body.id)).status, 410);
      const later = await returning(guest);
      assert.equal((await claim(later, body.id)).status, 410);
      assert.equal((await later.request(`/unlocks/${key}`)).status, 410);
    });

    it("opens nothing for others, for another episode, or where no film is offered", async () => {
      const [guest, other] = [await createGuest(platform()), await createGuest(platform())];
      const id = await seen(guest);
      await reward(id);
      for (const answer of [
        await claim(other, id),
        await claim(guest, id, { episode: "e05" }),
        await claim(other, "x"),
        await begin(guest, "e04"),
        await begin(guest, "e01"),
        await begin(guest, "e05", "coins"),
        await begin(guest, "e05", "ad", "lantern"),
      ])
        assert.equal(answer.status, 410);
      assert.equal((await begin(guest, "e99")).status, 404);
      assert.equal((await send(platform(), "/ad-sessions", post({}))).status, 401);
      assert.deepEqual(await owned(other), []);
    });

    it("is there so often in a day, also when all are seen at once", async () => {
      const guest = await createGuest(platform());
      const begun = await Promise.all(["e04", "e05", "e06"].map((episode) => begin(guest, episode)));
      platform().advance(FILM_SECONDS);
      const ends = await Promise.all(begun.map(({ body }) => reward(body.id)));
      assert.deepEqual(ends.map(({ body }) => body.outcome).sort(), ["over-cap", "rewarded", "rewarded"]);
      assert.deepEqual([(await owned(guest)).length, await leftToday(guest)], [2, 0]);
      const refused = await begin(guest, "e07");
      assert.deepEqual([refused.status, refused.body.code], [403, "limit-reached"]);
      platform().advance(86_400);
      assert.equal(await leftToday(await returning(guest)), 2);
    });

    it("that is seen while its guest signs in opens the episode for the account", async () => {
      const guest = await createGuest(platform());
      const [id, key] = [await seen(guest), randomUUID()];
      await claim(guest, id, { key });
      const iat = Math.floor(platform().now() / 1000);
      const claims = { iss: PUBLISHER.name, aud: "micro-drama", sub: randomUUID(), iat, exp: iat + 900 };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(PUBLISHER.secret));
      const account = createVisitor(platform(), { token, viewer: "", expiresAt: "", refreshToken: "" });
      const [merged, word] = await Promise.all([
        account.request("/merges", post({ refreshToken: guest.tokens.refreshToken })),
        reward(id),
      ]);
      assert.deepEqual([merged.status, word.status], [200, 200]);
      assert.deepEqual(await owned(account), ["e04 ad"]);
      assert.equal((await account.request(`/unlocks/${key}`)).status, 200);
      assert.equal(await leftToday(account), 1);
      assert.deepEqual(await faults(), []);
    });
  });
}
