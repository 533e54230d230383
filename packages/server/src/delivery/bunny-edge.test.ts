import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createBunnyEdge } from "./bunny-edge.js";

/** `path_only` and `test_directory_and_path_allowed` of Bunny's own repository are the same with a path of `/abc`. */
const KEY = "SecurityKey";
const END = 1598024587;

describe("createBunnyEdge", () => {
  it("signs as Bunny's published example of a folder does", async () => {
    const hmac = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(KEY),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const sign = async (text: string) =>
      Buffer.from(await crypto.subtle.sign("HMAC", hmac, new TextEncoder().encode(text))).toString(
        "base64url",
      );
    // The recipe gives the published token …
    assert.equal(await sign(`/abc${END}token_path=/abc`), "uVZvT3SbEoVKYJyDJgbcsDmSFf73cv-uNUVaJiKWpbQ");
    // … and ours is the recipe.
    const url = await createBunnyEdge(KEY)("https://x.b-cdn.net", {
      asset: "abc",
      session: "s",
      expiresAt: END,
    });
    const token = await sign(`/abc/${END}token_path=/abc/`);
    assert.equal(
      url,
      `https://x.b-cdn.net/bcdn_token=HS256-${token}&token_path=%2Fabc%2F&expires=${END}/abc/`,
    );
  });

  it("lets relative URLs of a playlist inherit the token", async () => {
    const grant = { asset: "abc", session: "s", expiresAt: END };
    const base = await createBunnyEdge(KEY)("https://x.b-cdn.net", grant);
    assert.equal(new URL("0/init.mp4", base).href, `${base}0/init.mp4`);
  });
});
