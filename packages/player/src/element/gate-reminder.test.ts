import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toCalendar } from "./gate-reminder.js";

describe("toCalendar", () => {
  const lines = toCalendar(
    { title: "Keeper; of, light 4", availableAt: "2027-01-10T18:00:00.000Z" },
    "https://publisher.example/watch",
  ).split("\r\n");

  it("rings when the episode is free", () => {
    assert.ok(lines.includes("DTSTART:20270110T180000Z"));
    assert.ok(lines.includes("TRIGGER:PT0M"));
  });

  it("leads back to the page", () => {
    assert.ok(lines.includes("URL:https://publisher.example/watch"));
  });

  it("keeps signs that mean something in a calendar from meaning it", () => {
    assert.ok(lines.includes("SUMMARY:Keeper\\; of\\, light 4"));
  });
});
