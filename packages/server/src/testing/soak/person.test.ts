import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Client, Sending } from "./client.js";
import { Person } from "./person.js";
import type { Staff } from "./staff.js";

describe("Person", () => {
  it("sends everything from its own address: what is refused to one makes nobody else wait", async () => {
    const sent: Sending[] = [];
    const client = {
      async send(sending: Sending) {
        sent.push(sending);
        return undefined;
      },
    } as unknown as Client;
    const person = new Person({
      ...{ client, staff: {} as Staff, takeCode: () => "", codes: { shared: "", wanted: "" } },
      story: { guests: 1, moments: [[{ do: "read", who: "guest", path: "/wallet" }]] },
      account: { token: "a", subject: "a" },
      guests: { guest: { token: "g", subject: "g", refreshToken: "r" } },
      address: "2001:db8::7",
    });
    await person.live();
    await person.look();
    assert.deepEqual([...new Set(sent.map(({ token }) => token))].sort(), ["a", "g"]);
    assert.ok(sent.every(({ from }) => from === "2001:db8::7"));
  });
});
