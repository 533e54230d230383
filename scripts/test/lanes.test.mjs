import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { planTurns } from "./lanes.mjs";

const ALL = ["unit", "browser", "journey", "faults"];

/** A plan in few words: lanes by `|`, turns by `;`. */
const tell = (turns) =>
  turns
    .map((lanes) =>
      lanes
        .map((lane) => lane.map(({ part, engine }) => (engine ? `${part} ${engine}` : part)).join(", "))
        .join(" | "),
    )
    .join("; ");

describe("planTurns", () => {
  it("lets all run side by side but WebKit", () => {
    deepEqual(
      tell(planTurns(ALL, ["blink", "gecko", "webkit"])),
      "browser blink, journey blink | browser gecko, journey gecko | unit, faults blink; browser webkit, journey webkit",
    );
  });

  it("keeps the unit tests away from WebKit when there is no other engine", () => {
    deepEqual(tell(planTurns(["unit", "browser"], ["webkit"])), "unit; browser webkit");
  });

  it("needs no engine for the unit tests", () => {
    deepEqual(tell(planTurns(["unit"], [])), "unit");
  });

  it("plans nothing for an engine that has nothing to do", () => {
    deepEqual(tell(planTurns(["faults"], ["blink", "gecko"])), "faults blink");
    deepEqual(tell(planTurns(["faults"], ["gecko", "webkit"])), "");
  });
});
