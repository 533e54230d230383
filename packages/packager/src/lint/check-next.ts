import type { NextSeries } from "@micro-drama/protocol";
import { lintImage } from "./check-image.js";
import type { Findings } from "./finding.js";
import type { Reader } from "./reader.js";

/** Checks that the series to come is there; its own faults are found by linting it. */
export async function lintNext(next: NextSeries, reader: Reader, findings: Findings): Promise<void> {
  const result = await reader.read(next.url);
  if (!result.ok) {
    const mend = "Correct the URL, or leave next out until that series is published.";
    findings.at(".url").error(`the next series: ${result.reason}`, mend);
  }
  if (next.poster) await lintImage(next.poster, reader, findings.at(".poster"));
}
