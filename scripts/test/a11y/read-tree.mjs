/** What concerns layout and not what is heard. */
const SILENT_ROLES = new Set(["none", "generic", "InlineTextBox", "StaticText", "LineBreak", "image"]);

/** Properties that are spoken, in the order in which they are written down. */
const SPOKEN = ["modal", "checked", "pressed", "expanded", "disabled", "invalid", "level", "live"];

/**
 * The accessibility tree of a page as the browser gives it to a screen reader (what is inert is not in it): a line per
 * node with role, name, value and states, indented.
 *
 * @param {import("playwright-core").Page} page of Chromium
 * @returns {Promise<string>}
 */
export async function readTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const write = (node, depth) => {
    const line = node.ignored ? undefined : describeNode(node);
    const below = (node.childIds ?? []).flatMap((id) => write(byId.get(id), depth + (line ? 1 : 0)));
    return line ? [`${"  ".repeat(depth)}${line}`, ...below] : below;
  };
  return `${write(nodes[0], 0).join("\n")}\n`;
}

function describeNode({ role, name, value, properties = [] }) {
  const said = name?.value?.trim().replace(/\s+/g, " ");
  if (role.value === "StaticText") return said && `"${said}"`;
  if (SILENT_ROLES.has(role.value)) return undefined;
  const states = SPOKEN.map((wanted) => properties.find((property) => property.name === wanted))
    .filter((property) => property && ![false, "false", undefined, "off"].includes(property.value.value))
    .map((property) => `${property.name}=${property.value.value}`);
  const written = [
    role.value,
    said && `"${said}"`,
    value?.value !== undefined && value.value !== "" && `= ${value.value}`,
  ];
  return [...written, ...states].filter(Boolean).join(" ");
}
