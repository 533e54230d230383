import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findLanAddresses } from "./lan.mjs";

const v4 = (address, internal = false) => ({ family: "IPv4", address, internal });

describe("findLanAddresses", () => {
  it("puts the home network before others", () => {
    const interfaces = { eth0: [v4("203.0.113.9")], wlan0: [v4("192.168.1.20")], eth1: [v4("10.0.0.4")] };
    assert.deepEqual(findLanAddresses(interfaces), ["192.168.1.20", "10.0.0.4", "203.0.113.9"]);
  });

  it("leaves out what a phone cannot reach", () => {
    const interfaces = {
      lo: [v4("127.0.0.1", true)],
      docker0: [v4("172.17.0.1")],
      eth0: [v4("169.254.3.3"), { family: "IPv6", address: "fd00::2", internal: false }],
    };
    assert.deepEqual(findLanAddresses(interfaces), []);
  });
});
