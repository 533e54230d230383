// hls.js ships no types for its light build; what both builds share is the same.
declare module "hls.js/light" {
  export { default } from "hls.js";
}
