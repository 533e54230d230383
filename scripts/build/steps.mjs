import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fromRoot } from "../lib/paths.mjs";
import { runBin } from "../lib/run.mjs";
import { finishCdn } from "./cdn.mjs";
import { listFiles } from "./files.mjs";
import { createStamp } from "./stamp.mjs";

const PLAYER = fromRoot("packages", "player");
const CDN = path.join(PLAYER, "cdn");
const CDN_ENTRIES = ["define.js", "entry.js", "loader.js"].map((name) => path.join(PLAYER, "dist", name));
const MANIFEST_CONFIG = fromRoot("scripts", "config", "custom-elements-manifest.config.mjs");

/**
 * The steps of a build. `missing` says why a step cannot be run yet.
 * @type {readonly { label: string, missing?: () => string | undefined, stamp: ReturnType<typeof createStamp>,
 *   run: () => Promise<{ code: number, output: string }> }[]}
 */
export const STEPS = [
  {
    label: "Compiling (tsc -b)",
    stamp: stampOf("types", {
      inputs: () => [...packageSources(), ...listFiles(fromRoot("scripts", "config")), ...toolchain()],
      outputs: packageNames()
        .filter((name) => existsSync(fromRoot("packages", name, "src", "index.ts")))
        .map((name) => fromRoot("packages", name, "dist", "index.js")),
    }),
    run: () => runBin("typescript", "tsc", ["-b"], { quiet: true }),
  },
  {
    label: "Bundling the player (rollup)",
    missing: () => whichMissing(CDN_ENTRIES),
    stamp: stampOf("cdn", {
      inputs: () => [
        ...["protocol", "sdk", "player"].flatMap((name) =>
          listFiles(fromRoot("packages", name, "dist"), isShippedScript),
        ),
        ...listFiles(path.join(PLAYER, "src", "embed"), (file) => file.endsWith(".css")),
        ...listFiles(fromRoot("scripts", "build")),
        fromRoot("rollup.config.mjs"),
        ...toolchain(),
      ],
      outputs: ["micro-drama.js", "micro-drama-loader.js", "SHA256SUMS", "integrity.json"].map((name) =>
        path.join(CDN, name),
      ),
    }),
    run: async () => {
      const bundled = await runBin(
        "rollup",
        "rollup",
        ["--config", fromRoot("rollup.config.mjs"), "--silent"],
        { quiet: true },
      );
      if (bundled.code === 0)
        await finishCdn({ folder: CDN, stylesheet: path.join(PLAYER, "src", "embed", "micro-drama.css") });
      return bundled;
    },
  },
  {
    label: "Describing the element (custom-elements.json)",
    missing: () => whichMissing(CDN_ENTRIES.slice(0, 1)),
    stamp: stampOf("manifest", {
      inputs: () => [
        ...listFiles(path.join(PLAYER, "src"), isShippedSource),
        MANIFEST_CONFIG,
        ...toolchain(),
      ],
      outputs: [path.join(PLAYER, "custom-elements.json")],
    }),
    run: () =>
      runBin(
        "@custom-elements-manifest/analyzer",
        "cem",
        ["analyze", "--config", MANIFEST_CONFIG, "--quiet"],
        {
          cwd: PLAYER,
          quiet: true,
        },
      ),
  },
];

function stampOf(name, { inputs, outputs }) {
  // Beside the installed tools: it goes with them, and no clean-up of build folders leaves it behind alone.
  return createStamp({
    file: fromRoot("node_modules", ".cache", "micro-drama", `${name}.stamp`),
    inputs,
    outputs,
  });
}

function packageNames() {
  return readdirSync(fromRoot("packages")).filter((name) =>
    existsSync(fromRoot("packages", name, "tsconfig.json")),
  );
}

function packageSources() {
  return packageNames().flatMap((name) => [
    ...listFiles(fromRoot("packages", name, "src")),
    ...[
      "package.json",
      "tsconfig.json",
      "tsconfig.src.json",
      "tsconfig.test.json",
      "tsconfig.core.json",
      "tsconfig.browser.json",
    ].flatMap((file) => listFiles(fromRoot("packages", name, file))),
  ]);
}

/** Another compiler or library makes another output. */
function toolchain() {
  return [fromRoot("tsconfig.json"), fromRoot("package-lock.json")];
}

function isShippedScript(file) {
  return file.endsWith(".js") && !file.includes(".test.");
}

function isShippedSource(file) {
  return file.endsWith(".ts") && !file.includes(".test.");
}

function whichMissing(files) {
  const gone = files.filter((file) => !existsSync(file)).map((file) => path.relative(fromRoot(), file));
  return gone.length > 0 ? `${gone.join(" and ")} not there yet` : undefined;
}
