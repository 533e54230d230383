import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, it } from "node:test";
import { PROBLEMS } from "@micro-drama/protocol";
import openapi from "@micro-drama/protocol/openapi.json" with { type: "json" };
import type { TestPlatform } from "../testing/test-platform.js";
import { createGuest, send } from "../testing/visitor.js";

/** Path → method → what the description says of it. */
type Paths = Readonly<Record<string, Readonly<Record<string, { readonly "x-feature"?: string }>>>>;

/** What holds for every answer, whatever its status. */
export function everyAnswerCases(platform: () => TestPlatform): void {
  describe("every answer", () => {
    it("carries CORS headers, whatever its status, and problems their code", async () => {
      const guest = await createGuest(platform());
      const answers = [
        await guest.check(),
        await send(platform(), "/wallet"),
        await send(platform(), "/nowhere"),
        await send(platform(), "//nowhere"),
        await guest.unlock(["e04", "e05", "e06", "e07", "e08", "e09"], { offerId: "rest" }),
        await guest.unlock("e04", { offerId: "gone" }),
        await guest.unlock("e04", { headers: { "content-type": "text/plain" } }),
        await guest.request("/unlocks", {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
          body: JSON.stringify({ padding: "x".repeat(40_000) }),
        }),
        await send(platform(), "/guests", { method: "POST", headers: { origin: "https://evil.example" } }),
      ];
      const expected = [200, 401, 404, 404, 402, 410, 400, 413, 403];
      assert.deepEqual(
        answers.map(({ status }) => status),
        expected,
      );
      for (const { headers, status, text } of answers) {
        assert.ok(headers.get("access-control-allow-origin")?.startsWith("https://"), String(status));
        assert.ok(headers.get("access-control-expose-headers")?.includes("Idempotency-Replayed"));
        assert.match(headers.get("vary") ?? "", /Authorization, Origin/);
        if (status === 200) continue;
        assert.equal(headers.get("content-type"), "application/problem+json");
        const problem = JSON.parse(text);
        assert.equal(PROBLEMS[problem.code as keyof typeof PROBLEMS].status, status);
        assert.equal(problem.status, status);
      }
    });

    it("of the discovery names the features whose routes are there, and no others", async () => {
      const { features } = JSON.parse((await send(platform(), "//.well-known/micro-drama")).text);
      const guest = await createGuest(platform());
      const { code: nowhere } = JSON.parse((await send(platform(), "/nowhere")).text);
      const described = Object.entries(openapi.paths as Paths).flatMap(([path, routes]) =>
        Object.entries(routes).map(([method, route]) => ({ path, method, feature: route["x-feature"] })),
      );
      const optional = described.filter(({ feature }) => feature !== undefined);
      assert.ok(optional.length >= 8);
      for (const { path, method, feature } of optional) {
        const at = path
          .slice(path.indexOf("/v1/") + 3)
          .replace("{series}", "lantern")
          .replace("{episode}", "e04");
        const { status, text } = await guest.request(at, { method: method.toUpperCase() });
        const isThere = status !== 404 || JSON.parse(text).code !== nowhere;
        assert.equal(features.includes(feature), isThere, `${method} ${path}: ${feature}`);
      }
    });

    it("lets a preflight be remembered for two hours", async () => {
      const { status, headers } = await send(platform(), "/unlocks", { method: "OPTIONS" });
      assert.equal(status, 204);
      assert.equal(headers.get("access-control-max-age"), "7200");
      assert.match(headers.get("access-control-allow-headers") ?? "", /Authorization.*Idempotency-Key/);
      assert.equal(headers.get("access-control-allow-credentials"), null);
    });

    it("of a form of a stranger's page has no effect", async () => {
      const before = await platform().store.proof();
      const response = await fetch(`${platform().api}/drama/v1/guests`, {
        method: "POST",
        headers: { origin: "https://evil.example", "content-type": "text/plain" },
        body: "{}",
      });
      assert.equal(response.status, 403);
      assert.equal((await platform().store.proof()).journals, before.journals);
    });

    it("is refused to a page of the server's own name that nobody listed, whatever name it is called by", async () => {
      const { hostname, port } = new URL(platform().api);
      const ask = (host: string) =>
        new Promise<string>((resolve, reject) => {
          const headers = { host, origin: `http://${host}`, "content-length": 0 };
          request({ hostname, port, method: "POST", path: "/drama/v1/guests", headers }, async (response) => {
            const body = JSON.parse(Buffer.concat(await response.toArray()).toString());
            resolve(`${response.statusCode} ${body.code}`);
          })
            .on("error", reject)
            .end();
        });
      const before = await platform().store.proof();
      assert.equal(await ask(`${hostname}:${port}`), "403 origin-not-allowed");
      // DNS rebinding: a stranger's name that leads here makes the Host and the Origin the same.
      assert.equal(await ask("evil.example"), "403 origin-not-allowed");
      assert.equal((await platform().store.proof()).journals, before.journals);
      assert.equal(
        await ask("news.example:443").then((answer) => answer.slice(0, 3)),
        "403",
        "http is not https",
      );
    });

    it("leaves no token and no key in the log", async () => {
      const guest = await createGuest(platform());
      const key = crypto.randomUUID();
      await guest.unlock("e04", { key });
      await guest.request(`/unlocks/${key}`);
      const log = JSON.stringify(platform().log);
      assert.ok(log.includes("/unlocks/:key"));
      assert.ok(!log.includes(key) && !log.includes(guest.tokens.token));
    });
  });
}
