import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runSoak } from "./run-soak.js";

const url = process.env.TEST_DATABASE_URL;
const databases = [
  { name: "PGlite, one process", database: "pglite", people: 12 },
  ...(url ? [{ name: "PostgreSQL, two processes", database: url, people: 40 }] : []),
];

describe("soak", () => {
  for (const { name, database, people } of databases)
    it(`holds in a round of everything at once, with a kill in its midst, on ${name}`, async () => {
      const end = await runSoak({ database, people, seed: 3, attempts: 200, kills: 1, concurrency: 200 });
      const faults = end.rounds.flatMap((round) => round.faults);
      assert.deepEqual(faults, []);
      assert.equal(end.limited, 0, "everybody is where nobody else is, and is let in");
      assert.ok(
        end.attempts >= 200 && end.journals > 50,
        `${end.attempts} attempts, ${end.journals} journals`,
      );
      assert.ok(
        end.rounds.some(({ unsettled }) => unsettled > 0),
        "a kill left something unsettled",
      );
    });
});
