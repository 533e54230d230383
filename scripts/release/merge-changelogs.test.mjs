import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fromRoot } from "../lib/paths.mjs";
import { mergeChangelogs } from "./merge-changelogs.mjs";
import { composeRootChangelog } from "./root-changelog.mjs";

const PLAYER = `# @micro-drama/player

## 0.10.0

### Minor Changes

- 1a2b3c4: Episodes can be shared.

  With a second paragraph.

- Swiping is smoother.

### Patch Changes

- Updated dependencies [1a2b3c4]
  - @micro-drama/sdk@0.10.0

## 0.9.0

### Major Changes

- 5d6e7f8: The \`lang\` attribute is required.
`;

const SDK = `# @micro-drama/sdk

## 0.10.0

### Minor Changes

- 1a2b3c4: Episodes can be shared.

  With a second paragraph.

### Patch Changes

- 9999999: A retry no longer forgets its key.

## 0.9.0
`;

describe("mergeChangelogs", () => {
  const merged = mergeChangelogs([
    { name: "player", text: PLAYER },
    { name: "sdk", text: SDK },
  ]);

  it("puts the newest version first, by number", () => {
    assert.deepEqual(merged.match(/^## .*/gm), ["## 0.10.0", "## 0.9.0"]);
  });

  it("says each change once, whole, with the packages that it is about", () => {
    assert.match(merged, /- \*\*player, sdk\*\* Episodes can be shared\.\n\n {2}With a second paragraph\./);
    assert.equal(merged.split("Episodes can be shared").length, 2);
  });

  it("puts what breaks before what is new before what is mended", () => {
    assert.ok(merged.indexOf("### New") < merged.indexOf("### Mended"));
    assert.match(merged, /## 0\.9\.0\n\n### Breaking\n\n- \*\*player\*\* The `lang` attribute is required\./);
  });

  it("leaves out that a neighbour has a new version", () => {
    assert.doesNotMatch(merged, /Updated dependencies|@micro-drama\/sdk@/);
  });

  it("puts a release before its pre-releases", () => {
    const text = "## 1.0.0-next.2\n\n## 1.0.0\n\n## 1.0.0-next.10\n";
    assert.deepEqual(mergeChangelogs([{ name: "sdk", text }]).match(/^## .*/gm), [
      "## 1.0.0",
      "## 1.0.0-next.10",
      "## 1.0.0-next.2",
    ]);
  });

  it("says so when nothing is released", () => {
    assert.match(mergeChangelogs([]), /Nothing is released yet/);
  });
});

describe("CHANGELOG.md", () => {
  it("is what the packages' changelogs make of it", () => {
    assert.equal(readFileSync(fromRoot("CHANGELOG.md"), "utf8"), composeRootChangelog());
  });
});
