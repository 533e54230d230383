import type { Json } from "../json.js";
import {
  NOW_HEADER,
  PLACEMENT_HEADER,
  PROBLEMS,
  PROTOCOL_BASE,
  type ProblemCode,
  QUOTE_EXPIRES_HEADER,
  QUOTE_HEADER,
} from "../problem.js";
import type { Schema } from "./json-schema.js";
import { ROUTES, type RouteDescription } from "./routes.js";
import { createSchemas } from "./schemas.js";

const JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

/** The protocol as an OpenAPI 3.1 document, made from the readers that client and server share. */
export function createOpenApi(): Schema {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of ROUTES) {
    const path = route.path.startsWith("/.well-known") ? route.path : `${PROTOCOL_BASE}${route.path}`;
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: JSON_SCHEMA,
    info: {
      title: "micro-drama entitlement protocol",
      version: "1",
      description:
        "Unknown fields, words and kinds of offers are skipped, so that old players meet new servers. Amounts are whole numbers, times RFC 3339 in UTC. Answers 5xx are never kept: the same key may be sent again.",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths,
    components: {
      securitySchemes: { viewer: { type: "http", scheme: "bearer" } },
      headers: {
        [NOW_HEADER]: header("The server's clock; it decides, not the device's.", "date-time"),
        [QUOTE_HEADER]: header("The signed price snapshot, sent back as `quote` with an unlock."),
        [QUOTE_EXPIRES_HEADER]: header("When the snapshot ends.", "date-time"),
      },
      schemas: createSchemas(),
    },
    "x-problems": PROBLEMS,
  };
}

/** The same schemas for who needs no routes: one JSON Schema with `$defs`. */
export function createJsonSchema(): Schema {
  const text = JSON.stringify({
    $schema: JSON_SCHEMA,
    title: "micro-drama protocol 1",
    $defs: createSchemas(),
  });
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as Schema;
}

function describeRoute({
  summary,
  feature,
  auth,
  body,
  answer,
  also = {},
  ...route
}: RouteDescription): Json {
  return {
    summary,
    ...(feature !== undefined && { "x-feature": feature }),
    ...(auth !== "none" && { security: auth === "optional" ? [{}, { viewer: [] }] : [{ viewer: [] }] }),
    parameters: parametersOf({ ...route, auth }),
    ...(body && { requestBody: { required: true, content: content("application/json", body) } }),
    responses: {
      200: {
        description: "The answer.",
        headers: freshHeaders(),
        content: content("application/json", answer),
      },
      ...Object.fromEntries(Object.entries(also).map(([status, description]) => [status, { description }])),
      ...problemResponses(route.problems),
    },
  };
}

function parametersOf({ path, query = {}, auth }: Pick<RouteDescription, "path" | "query" | "auth">): Json {
  const string = { type: "string" };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: string,
  }));
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: "query",
    description,
    schema: string,
  }));
  const placement = {
    name: PLACEMENT_HEADER,
    in: "header",
    description: "The publisher's name for the place of the player.",
    schema: string,
  };
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description: "A UUID; the same one always goes with the same request.",
    schema: { type: "string", pattern: '^"?[\\w-]{22,64}"?$' },
  };
  return [...inPath, ...inQuery, ...(auth === "none" ? [] : [placement]), ...(auth === "keyed" ? [key] : [])];
}

/** One response per status, with what a client does about each code. */
function problemResponses(codes: readonly ProblemCode[]): { readonly [status: string]: Json } {
  const all: readonly ProblemCode[] = [...codes, "server", "unavailable"];
  const statuses = [...new Set(all.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const mine = [...new Set(all)].filter((code) => PROBLEMS[code].status === status);
      const description = mine
        .map((code) => `\`${code}\`: ${PROBLEMS[code].meaning} ${PROBLEMS[code].client}`)
        .join("\n");
      const problem: Schema = { $ref: "#/components/schemas/Problem" };
      return [status, { description, content: content("application/problem+json", problem) }];
    }),
  );
}

function freshHeaders(): Json {
  const names = [NOW_HEADER, QUOTE_HEADER, QUOTE_EXPIRES_HEADER];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function header(description: string, format?: string): Json {
  return { description, schema: { type: "string", ...(format !== undefined && { format }) } };
}

function content(type: string, schema: Schema): Json {
  return { [type]: { schema } };
}
