import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createAdNetworks } from "./ad-networks.js";

const ADS = { network: "house", perDay: 5, minSeconds: 15 };
const ENV = { MICRO_DRAMA_AD_SECRET: `whsec_${Buffer.alloc(24, 7).toString("base64")}` };

describe("createAdNetworks", () => {
  it("makes the network that is named, also where no film is offered", () => {
    const names = (networks: ReturnType<typeof createAdNetworks>) => networks.map(({ name }) => name);
    assert.deepEqual(names(createAdNetworks("house", { ads: ADS }, ENV)), ["house"]);
    assert.deepEqual(names(createAdNetworks("house", {}, ENV)), ["house"]);
    assert.deepEqual(createAdNetworks(undefined, {}, {}), []);
  });

  for (const name of [undefined, "another"])
    it(`refuses films that nobody could confirm (${name})`, () => {
      assert.throws(() => createAdNetworks(name, { ads: ADS }, ENV), {
        name: "ConfigurationError",
        message: "--ad-network: the price list offers films of 'house'",
      });
    });

  for (const secret of [undefined, "whsec_c2hvcnQ=", Buffer.alloc(24).toString("base64")])
    it(`refuses the secret ${secret}, without repeating it`, () => {
      assert.throws(() => createAdNetworks("house", {}, { MICRO_DRAMA_AD_SECRET: secret }), {
        name: "ConfigurationError",
        message: "MICRO_DRAMA_AD_SECRET: expected whsec_ and base64 of at least 24 bytes",
      });
    });
});
