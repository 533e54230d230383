import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ASSET_FILES, assetOf } from "../testing/fixture-series.js";
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, send, type Visitor } from "../testing/visitor.js";

/** Episodes that are for sale in the fixture. */
const LOCKED = [4, 5, 6, 7, 8, 9];

/** T1–T4: locked media cannot be had by any URL that a viewer has seen or can guess. */
export function attackCases(platform: () => TestPlatform): void {
  const playbackUrl = async (visitor: Visitor, number: number) => {
    const { body } = await visitor.unlock(`e0${number}`);
    const [item] = body.items;
    assert.ok(item?.state === "granted" && item.playback);
    return item.playback.url;
  };
  const statusOf = async (url: string) => {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.status;
  };

  describe("attack", () => {
    it("no answer to a locked viewer names an asset or a media URL", async () => {
      const guest = await createGuest(platform());
      const spent = ["e04", "e05", "e06"];
      const series = "/series/lantern";
      const answers = [
        await send(platform(), `${series}/access?playback=e04,e05,e06`),
        await send(platform(), `${series}/episodes/e04/playback`),
        await send(platform(), "//.well-known/micro-drama"),
        await guest.check("playback=e04,e05,e06"),
        await guest.check("episodes=e04,e10,nope&playback=e04,e10,nope"),
        await guest.request(`${series}/episodes/e04/playback`),
        await guest.request(`${series}/episodes/e10/playback`),
        await guest.request(`${series}/episodes/e01/playback`),
        await guest.request(`${series}/episodes/nope/playback`),
        await guest.request("/wallet"),
        await guest.request("/inspect/ledger"),
        await guest.request("/unlocks/00000000-0000-4000-8000-000000000000"),
        await guest.unlock("e04", { offerId: "wait" }),
        await guest.unlock("e04", { offerId: "gone" }),
        await guest.unlock("e04", { quote: "forged" }),
        await guest.unlock("e04", { maxPrice: { amount: 1, currency: "COIN" } }),
        await guest.unlock(["e04", "e05", "e06", "e07", "e08", "e09"], { offerId: "rest" }),
      ];
      for (const { text, status } of answers) {
        assert.ok(!/m3u8|\/t\/|protected|m4s|init\.mp4|\.vtt/.test(text), text);
        for (const number of LOCKED) assert.ok(!text.includes(assetOf(number)), text);
        assert.ok(status < 500, text);
      }
      for (const episode of spent) assert.equal((await guest.unlock(episode)).status, 200);
      const { text } = await guest.check(`playback=${spent}`);
      for (const number of [7, 8, 9]) assert.ok(!text.includes(assetOf(number)));
      assert.ok(
        text.includes(assetOf(4)),
        "the granted ones are there, so the search finds what it looks for",
      );
    });

    it("every kind of object answers 403 without a token, with a foreign one, and after its end", async () => {
      const guest = await createGuest(platform());
      const first = await playbackUrl(guest, 4);
      const second = await playbackUrl(guest, 5);
      const tokenOf = (url: string) => new URL(url).pathname.split("/")[2] ?? "";
      const at = (token: string, number: number, file: string) =>
        `${platform().media}/t/${token}/${assetOf(number)}/${file}`;
      const [exp = "", sid = "", key = "", mac = ""] = tokenOf(first).split(".");
      const secret = await fetch(at(tokenOf(first), 4, "aes.key"));
      assert.equal(secret.headers.get("cache-control"), "private, no-store");
      const later = String(Number(exp) + 3600);
      for (const file of ASSET_FILES) {
        assert.equal(await statusOf(at(tokenOf(first), 4, file)), 200, file);
        const refused = [
          at(tokenOf(first), 5, file),
          at(tokenOf(second), 4, file),
          at(tokenOf(first), 7, file),
          at("", 4, file),
          at("x", 4, file),
          at([later, sid, key, mac].join("."), 4, file),
          at([exp, `${sid.slice(0, -1)}_`, key, mac].join("."), 4, file),
          at([exp, sid, "k2", mac].join("."), 4, file),
          at([exp, sid, key, mac.replace(/^./, (c) => (c === "A" ? "B" : "A"))].join("."), 4, file),
          at([exp, sid, key].join("."), 4, file),
          `${platform().media}/${assetOf(4)}/${file}`,
          `${platform().media}/protected/${assetOf(4)}/${file}`,
          `${platform().media}/t/${assetOf(4)}/${file}`,
        ];
        for (const url of refused) assert.equal(await statusOf(url), 403, url);
      }
      platform().advance(800);
      for (const file of ASSET_FILES) assert.equal(await statusOf(at(tokenOf(first), 4, file)), 403, file);
    });

    it("guesses say nothing: what exists and what does not look the same", async () => {
      const guess = (path: string) => fetch(`${platform().media}${path}`);
      const shapes = new Set<string>();
      for (const path of [
        `/t/1999999999.aaaaaaaaaaaaaaaa.k1.${"A".repeat(43)}/${assetOf(4)}/main.m3u8`,
        `/t/1999999999.aaaaaaaaaaaaaaaa.k1.${"A".repeat(43)}/${"0".repeat(32)}/main.m3u8`,
        `/protected/${assetOf(4)}/main.m3u8`,
        `/protected/${"0".repeat(32)}/main.m3u8`,
        "/e04/main.m3u8",
        "/t/",
        "/",
      ]) {
        const response = await guess(path);
        const headers = [...response.headers].filter(([name]) => name !== "date");
        shapes.add(JSON.stringify([response.status, headers, await response.text()]));
      }
      assert.equal(shapes.size, 1);
    });

    it("paths cannot leave their folder", async () => {
      const guest = await createGuest(platform());
      const granted = new URL(await playbackUrl(guest, 4));
      const base = granted.pathname.replace(/main\.m3u8$/, "");
      const { hostname, port } = granted;
      const raw = async (path: string) => {
        const { request } = await import("node:http");
        return new Promise<number>((resolve, reject) => {
          request({ hostname, port, path }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          })
            .on("error", reject)
            .end();
        });
      };
      const climbs = [
        `${base}../${assetOf(5)}/main.m3u8`,
        `${base}%2e%2e/${assetOf(5)}/main.m3u8`,
        `${base}..%2f${assetOf(5)}%2fmain.m3u8`,
        `${base}0/../../${assetOf(5)}/main.m3u8`,
        "/series/lantern/../protected/x",
        "/series/lantern/%2e%2e/platform.json",
        "/series/lantern/..%2fplatform.json",
        "/series/lantern/..\\platform.json",
        "/series/../lantern/platform.json",
        "/series/lantern/platform.json",
        `/series/lantern/protected/${assetOf(4)}/main.m3u8`,
      ];
      for (const path of climbs) assert.ok([400, 403, 404].includes(await raw(path)), path);
      assert.equal(await raw("/series/lantern/series.json"), 200);
    });

    it("stops giving media once the right is revoked", async () => {
      const guest = await createGuest(platform());
      await playbackUrl(guest, 4);
      const path = "/series/lantern/episodes/e04/playback";
      assert.equal((await guest.request(path)).status, 200);
      await platform().database.script("update drama.unlock set state = 'revoked'");
      const { status, text } = await guest.request(path);
      assert.equal(status, 402);
      assert.ok(!text.includes(assetOf(4)));
    });

    it("large, deep and odd bodies are refused before anything is done", async () => {
      const guest = await createGuest(platform());
      const post = async (body: string, headers: Record<string, string> = {}) => {
        const answer = await guest.request("/unlocks", {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), ...headers },
          body,
        });
        return answer.status;
      };
      assert.equal(await post("x".repeat(1_000_000)), 413);
      assert.equal(await post("[".repeat(30_000)), 400);
      assert.equal(await post(`${"[".repeat(16_000)}${"]".repeat(16_000)}`), 400);
      assert.equal(await post('{"__proto__": {"refs": []}, "constructor": 1}'), 400);
      assert.equal(await post('{"refs":[{"series":"lantern","episode":"\\u0000"}],"offerId":"coins"}'), 400);
      assert.equal(await post("\u{1F600}"), 400);
      assert.equal(await post("{}", { "content-type": "text/plain" }), 400);
      assert.equal(await guest.coins(), 300);
    });
  });
}
