// A stand-in for a half of the platform: listens on the port of its first argument, answers every request with
// its process id, and logs each as a line of JSON. Its second argument says how it ends.
import http from "node:http";

const [port, manner = "in-order"] = process.argv.slice(2);
if (manner === "at-once") {
  console.error("prices: no such file");
  process.exit(2);
}
const server = http.createServer((request, response) => {
  console.log(JSON.stringify({ method: request.method, path: request.url, status: 200, ms: 0 }));
  if (request.url === "/fall-over") process.exit(7);
  response.end(String(process.pid));
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => {
  if (manner === "never") return;
  console.log("stopped in order");
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
