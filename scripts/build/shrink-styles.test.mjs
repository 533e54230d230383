import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shrinkCss } from "./shrink-styles.mjs";

describe("shrinkCss", () => {
  it("keeps the rules and drops what only people read", () => {
    const css = `
      /* Above the film. */
      .bar > button:hover,
      .bar a:not(.is-off) {
        color: rgb(0 0 0 / 0.5);
        margin: 0 auto;
        font: 1em / 1.5 "A B", serif !important;

        & svg {
          inset: calc(1px + 2px) 0;
        }
      }
    `;
    assert.equal(
      shrinkCss(css).trim(),
      '.bar>button:hover,.bar a:not(.is-off){color:rgb(0 0 0/.5);margin:0 auto;font:1em/1.5 "A B",serif!important;& svg{inset:calc(1px + 2px) 0}}',
    );
  });
});
