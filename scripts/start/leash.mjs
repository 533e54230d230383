// Preloaded into the children of `npm start` (node --import): makes them end with their parent, however it
// ended, and gives Windows, which has no signals, the same orderly end.
const end = () => process.emit("SIGTERM", "SIGTERM");
process.on("message", (message) => message === "end" && end());
process.on("disconnect", end);
// The channel alone keeps nothing alive.
process.channel?.unref();
