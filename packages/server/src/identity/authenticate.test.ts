import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import { createHandler } from "../create-handler.js";
import { createKeyring, generateKeySet } from "../keys.js";
import { parsePriceList } from "../pricing/parse-price-list.js";
import type { Store } from "../store/store.js";
import { createFixtureCatalogue } from "../testing/fixture-series.js";
import { createJwksIssuer, createSecretIssuer } from "./issuers.js";

const ISSUER = "https://login.news.example";

/** Knows everybody, who owns nothing. */
const store = {
  findViewer: async () => 1,
  access: async () => ({ rev: 1, paid: 0, bonus: 0, unlocks: [] }),
} as unknown as Store;

describe("a publisher's log-in by JWKS", () => {
  const published: JWK[] = [];
  const jwks = createServer(({ url: path }, response) => {
    if (path === "/broken") response.statusCode = 500;
    response.end(JSON.stringify({ keys: published }));
  });
  let url = "";
  before(async () => {
    await new Promise<void>((resolve) => jwks.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks.json`;
  });
  after(() => jwks.close());

  const check = async (token: string, jwksUrl = url) => {
    const handler = createHandler({
      store,
      catalogues: [createFixtureCatalogue("lantern")],
      prices: parsePriceList({ version: "x", currency: "COIN", series: {} }),
      keys: createKeyring(generateKeySet()),
      policy: {
        isAllowedOrigin: () => true,
        mediaOrigin: () => "https://media.example",
        issuers: [createJwksIssuer(ISSUER, jwksUrl)],
      },
    });
    const headers = { authorization: `Bearer ${token}` };
    const path = "http://api.example/drama/v1/series/lantern/access";
    return (await handler(new Request(path, { headers }))).status;
  };
  const sign = (alg: string, kid: string, key: Parameters<SignJWT["sign"]>[0]) =>
    new SignJWT({ iss: ISSUER, aud: "micro-drama", sub: "reader" })
      .setProtectedHeader({ alg, kid })
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(key);
  const publish = async (alg: string, kid: string) => {
    const pair = await generateKeyPair(alg, { extractable: true });
    published.push({ ...(await exportJWK(pair.publicKey)), kid, alg });
    return pair;
  };

  it("believes each of its published keys", async () => {
    for (const alg of ["EdDSA", "ES256", "RS256"]) {
      const { privateKey } = await publish(alg, alg);
      assert.equal(await check(await sign(alg, alg, privateKey)), 200, alg);
    }
  });

  it("refuses a public key used as a shared secret, and keys that are not published", async () => {
    const { publicKey } = await publish("RS256", "public");
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    assert.equal(await check(await sign("HS256", "public", secret)), 401);
    const stranger = await generateKeyPair("RS256");
    assert.equal(await check(await sign("RS256", "public", stranger.privateKey)), 401);
    assert.equal(await check(await sign("RS256", "nobody", stranger.privateKey)), 401);
  });

  it("answers 503 when the keys cannot be read: the token may be good", async () => {
    const { privateKey } = await publish("EdDSA", "away");
    const token = await sign("EdDSA", "away", privateKey);
    assert.equal(await check(token), 200);
    assert.equal(await check(token, url.replace("/jwks.json", "/broken")), 503);
    assert.equal(await check(token, "http://nobody.invalid/jwks.json"), 503);
  });
});

describe("createSecretIssuer", () => {
  it("refuses a secret that can be guessed", () => {
    assert.throws(() => createSecretIssuer(ISSUER, "short"), /the secret has 5 bytes; at least 32/);
  });
});
