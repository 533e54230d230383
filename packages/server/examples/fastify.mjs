import { createListener } from "@micro-drama/server/node";
import Fastify from "fastify";

/** The handler in a Fastify app: in a scope of its own, whose bodies Fastify leaves alone. */
export async function createApp(handler) {
  const app = Fastify();
  const drama = createListener(handler);
  app.get("/", () => "your own page");
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    for (const path of ["/drama/v1/*", "/.well-known/micro-drama"])
      scope.all(path, (request, reply) => {
        reply.hijack();
        return drama(request.raw, reply.raw);
      });
  });
  await app.ready();
  return app.server;
}
