export type { Media } from "../media.js";
export {
  type CallbackAdapterOptions,
  type CallbackAnswer,
  createCallbackAdapter,
  type PageContext,
} from "./create-callback-adapter.js";
