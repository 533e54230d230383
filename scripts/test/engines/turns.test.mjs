import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { takeTurns } from "./turns.mjs";

const of = (...names) => names.map((engine) => ({ engine }));

test("WebKit has the machine to itself, after the others", () => {
  deepEqual(takeTurns(of("blink", "gecko", "webkit")), [of("blink", "gecko"), of("webkit")]);
  deepEqual(takeTurns(of("webkit", "gecko")), [of("gecko"), of("webkit")]);
});

test("no engine, no turn", () => deepEqual(takeTurns([]), []));
