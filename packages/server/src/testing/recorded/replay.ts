import type { TestPlatform } from "../test-platform.js";
import { type Answer, send } from "../visitor.js";
import type { Exchange } from "./recordings.js";
import type { Scene } from "./scenes.js";

/** The word that stands in recordings for whatever the server has signed. */
const SIGNED = "signed-token";
/** Fields that name one thing: the same name in two recorded answers is the same name in the real ones, and only then. */
const NAMES: ReadonlySet<string> = new Set(["id", "viewer"]);

type Fields = { readonly [name: string]: unknown };

/** The real answer. */
export interface Replayed {
  readonly answer: Answer<unknown>;
  /** Names in it that were one in the recording and are two now, or the other way round. */
  readonly confused: readonly string[];
}

/** A recording being said again. */
export interface Replay {
  /** Sends the next recorded request, with the real tokens, quotes and names in place of the recorded ones. */
  next(exchange: Exchange): Promise<Replayed>;
}

/** Begins to say a recording again, in a scene that has been set. */
export function createReplay(platform: TestPlatform, scene: Scene): Replay {
  let { token, proof } = scene;
  let quote: string | undefined;
  let count = 0;
  const realOf = new Map<string, string>();
  const recordedOf = new Map<string, string>();

  const learn = (recorded: string, real: string): readonly string[] => {
    const isSame = (realOf.get(recorded) ?? real) === real && (recordedOf.get(real) ?? recorded) === recorded;
    realOf.set(recorded, real);
    recordedOf.set(real, recorded);
    return isSame ? [] : [`${recorded} is ${real}`];
  };
  // Not through lists: their order may have changed.
  const learnNames = (recorded: unknown, real: unknown): readonly string[] => {
    if (!isFields(recorded) || !isFields(real)) return [];
    return Object.entries(recorded).flatMap(([name, value]) =>
      NAMES.has(name) && typeof value === "string"
        ? learn(value, String(real[name]))
        : learnNames(value, real[name]),
    );
  };
  const signed = (name: string): string => {
    const real = name === "quote" ? quote : name === "refreshToken" ? proof : undefined;
    // Left out, the request would be another one that may be answered alike.
    if (real === undefined) throw new Error(`Nothing signed is there for '${name}' yet.`);
    return real;
  };
  const translate = (value: unknown, name = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => translate(item));
    if (isFields(value))
      return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, translate(field, key)]));
    if (value === SIGNED) return signed(name);
    return typeof value === "string" ? (realOf.get(value) ?? value) : value;
  };

  return {
    async next({ request, response }) {
      count += 1;
      const cue = scene.cues[count] ?? {};
      await cue.before?.((recorded) => realOf.get(recorded) ?? recorded);
      const as = cue.as === undefined ? token : cue.as;
      const answer = await send<unknown>(platform, `/${request.path}`, {
        method: request.method,
        headers: {
          ...(as ? { authorization: `Bearer ${as}` } : {}),
          ...(cue.key ? { "idempotency-key": cue.key } : {}),
          ...(translate(request.headers ?? {}) as Record<string, string>),
          ...(request.body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(translate(request.body)) }),
      });
      const said = isFields(answer.body) ? answer.body : {};
      // A recording may begin with the making of its guest.
      if (typeof said.token === "string") token = said.token;
      if (typeof said.refreshToken === "string") proof = said.refreshToken;
      quote = answer.headers.get("drama-quote") ?? quote;
      const [recordedTag, tag] = [response.headers.etag, answer.headers.get("etag")];
      const confused = [
        ...learnNames(response.body, answer.body),
        ...(recordedTag && tag ? learn(recordedTag, tag) : []),
      ];
      return { answer, confused };
    },
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
