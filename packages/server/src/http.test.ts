import { after, before, describe } from "node:test";
import { adCases } from "./cases/ads.js";
import { afterwardsCases } from "./cases/afterwards.js";
import { attackCases } from "./cases/attack.js";
import { bundleCases } from "./cases/bundles.js";
import { checkCases } from "./cases/check.js";
import { codeCases } from "./cases/codes.js";
import { concurrencyCases } from "./cases/concurrency.js";
import { deviceCases } from "./cases/devices.js";
import { everyAnswerCases } from "./cases/every-answer.js";
import { identityCases } from "./cases/identity.js";
import { keyCases } from "./cases/keys.js";
import { ledgerCases } from "./cases/ledger.js";
import { mergeCases } from "./cases/merge.js";
import { preferenceCases } from "./cases/preferences.js";
import { priceCases } from "./cases/price.js";
import { recordedTrafficCases } from "./cases/recorded-traffic.js";
import { refusedTokenCases } from "./cases/refused-tokens.js";
import { rightsBeneathCases } from "./cases/rights-beneath.js";
import { spendingCases } from "./cases/spending.js";
import { statementCases } from "./cases/statement.js";
import { unlockCases } from "./cases/unlock.js";
import { watchedCases } from "./cases/watched.js";
import { listDatabases, startPlatform, type TestPlatform } from "./testing/test-platform.js";

// Black box over HTTP, and the same on every database there is. TEST_DATABASE_URL adds a PostgreSQL.
for (const { name, connect } of listDatabases()) {
  describe(`the protocol on ${name}`, () => {
    let platform: TestPlatform | undefined;
    before(async () => {
      platform = await startPlatform(connect);
    });
    after(() => platform?.close());
    const started = () => {
      if (!platform) throw new Error("The platform did not start.");
      return platform;
    };
    for (const cases of [
      checkCases,
      unlockCases,
      priceCases,
      bundleCases,
      identityCases,
      refusedTokenCases,
      attackCases,
      everyAnswerCases,
      ledgerCases,
      afterwardsCases,
      codeCases,
      adCases,
      watchedCases,
      spendingCases,
      deviceCases,
      keyCases,
      preferenceCases,
      mergeCases,
      rightsBeneathCases,
      statementCases,
      concurrencyCases,
      recordedTrafficCases,
    ])
      cases(started);
  });
}
