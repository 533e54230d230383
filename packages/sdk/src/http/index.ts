export { createHttpAdapter, type HttpAdapterOptions } from "./create-http-adapter.js";
