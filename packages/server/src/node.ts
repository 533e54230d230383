export { loadKeys } from "./cli/keys.js";
export { type Listening, type ListenOptions, listen } from "./cli/listen.js";
export { createListener, type ListenerOptions } from "./cli/listener.js";
export { createNginxEdge, type NginxSecret } from "./delivery/nginx-edge.js";
export { createFolderFiles } from "./delivery/node-files.js";
export { loadSeed, type Seed } from "./seed/load-seed.js";
export { openPostgres } from "./store/pg.js";
export { openPGlite } from "./store/pglite.js";
