export { createComposeAdapter } from "./create-compose-adapter.js";
