/**
 * Lets a sandboxed frame of a test import the modules under test: its origin is none, so that every script is a
 * stranger's to it.
 *
 * @type {import("@web/dev-server-core").Middleware}
 */
export function openToFrames(context, next) {
  context.set("access-control-allow-origin", "*");
  return next();
}
