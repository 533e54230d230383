import { createBunnyEdge } from "../delivery/bunny-edge.js";
import { createOwnEdge, type Edge } from "../delivery/edge.js";
import { createNginxEdge } from "../delivery/nginx-edge.js";
import type { Keyring } from "../keys.js";
import { ConfigurationError } from "./exit.js";

const VARIABLE = "MICRO_DRAMA_EDGE_SECRET";

/** The edge that `--edge` names. @throws ConfigurationError */
export function createEdge(
  kind: string,
  keys: Keyring,
  env: Readonly<Record<string, string | undefined>>,
): Edge {
  const given = env[VARIABLE] ?? "";
  switch (kind) {
    case "own":
      return createOwnEdge(keys);
    case "nginx": {
      const [, id, secret] = /^([A-Za-z0-9]{1,16}):([^\s"']{32,})$/.exec(given) ?? [];
      if (id === undefined || secret === undefined)
        throw new ConfigurationError(
          VARIABLE,
          "expected <key id>:<secret of at least 32 letters, no quotes>",
        );
      return createNginxEdge({ id, secret });
    }
    case "bunny":
      if (given === "") throw new ConfigurationError(VARIABLE, "expected the pull zone's key");
      return createBunnyEdge(given);
    default:
      throw new ConfigurationError("--edge", `'${kind}' is none of own, nginx, bunny`);
  }
}
