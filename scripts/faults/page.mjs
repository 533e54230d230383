/**
 * The publisher's page: one player that is the page, at a locked episode.
 *
 * @param {{ mediaPort: number, parameters: URLSearchParams }} what `endpoint`, `episode`
 */
export function createPage({ mediaPort, parameters }) {
  const attributes = {
    src: `http://127.0.0.1:${mediaPort}/series/lantern-keeper/series.json`,
    endpoint: parameters.get("endpoint") ?? "",
    episode: parameters.get("episode") ?? "e04",
    mode: "page",
    placement: "faults",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Faults</title>
<link rel="icon" href="data:,">
<style>body { margin: 0 } micro-drama { block-size: 100dvh }</style>
<script type="module" src="/player/micro-drama.js"></script>
<micro-drama ${written.join(" ")} muted autoplay no-autonext></micro-drama>
</html>`;
}

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
