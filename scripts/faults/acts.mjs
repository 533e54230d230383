/**
 * What can happen to an exchange between a page and its platform. Each makes a fault for the proxy.
 * `dropped`, `silent` and `late` come in two kinds: before the server saw the request, and after it has carried it out.
 *
 * @typedef {import("./fault-proxy.mjs").Fault} Fault
 */

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {Fault} the request is lost */
export const dropRequest = ({ cut }) => cut();

/** @type {Fault} the server has done it, the answer is lost */
export const dropAnswer = async ({ forward, cut }) => {
  await forward();
  cut();
};

/** The request arrives late, even when the page has given up by then. @param {number} ms @returns {Fault} */
export const delayRequest =
  (ms) =>
  async ({ forward, deliver }) => {
    await sleep(ms);
    deliver(await forward());
  };

/** The server is quick, its answer is not. @param {number} ms @returns {Fault} */
export const delayAnswer =
  (ms) =>
  async ({ forward, deliver }) => {
    const answer = await forward();
    await sleep(ms);
    deliver(answer);
  };

/** @type {Fault} nothing ever comes back, and the server never hears of it */
export const hangBefore = () => {};

/** @type {Fault} nothing ever comes back, although the server has done it */
export const hangAfter = async ({ forward }) => {
  await forward();
};

/** @type {Fault} status and headers come, the body never does */
export const hangInBody = async ({ forward, response }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, 10));
};

/** @type {Fault} reset in the middle of the body */
export const resetInBody = async ({ forward, response, cut }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.write(body.subarray(0, body.length / 2), () => setTimeout(cut, 50));
};

/** @type {Fault} a whole answer whose JSON is not whole */
export const halfJson = async ({ forward, deliver }) => {
  const answer = await forward();
  deliver({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) });
};

/** The body comes byte group by byte group. @param {number} ms in all @returns {Fault} */
export const drip =
  (ms) =>
  async ({ forward, response }) => {
    const { status, headers, body } = await forward();
    response.writeHead(status, { ...headers, "content-length": body.length });
    const pieces = 20;
    const size = Math.ceil(body.length / pieces);
    for (let at = 0; at < body.length; at += size) {
      response.write(body.subarray(at, at + size));
      await sleep(ms / pieces);
    }
    response.end();
  };

/** @type {Fault} the network delivers the request twice at once */
export const duplicate = async ({ forward, deliver }) => {
  const [first] = await Promise.all([forward(), forward()]);
  deliver(first);
};

/** The network delivers it once more, when all is over. @param {number} ms @returns {Fault} */
export const repeatLater =
  (ms) =>
  async ({ forward, deliver }) => {
    deliver(await forward());
    await sleep(ms);
    await forward();
  };

/** Another answer than the server's, which never sees the request. @param {Partial<Said>} said @returns {Fault} */
export const answerInstead =
  (said) =>
  ({ request, deliver }) =>
    deliver(toAnswer(said, request));

/** Another answer than the server's, which has done it. @param {Partial<Said>} said @returns {Fault} */
export const replaceAnswer =
  (said) =>
  async ({ forward, deliver, request }) => {
    await forward();
    deliver(toAnswer(said, request));
  };

/** @type {Fault} a gateway forgot the headers that let another origin read the answer */
export const withoutCors = async ({ forward, deliver }) => {
  const answer = await forward();
  const headers = Object.entries(answer.headers).filter(([name]) => !name.startsWith("access-control-"));
  deliver({ ...answer, headers: Object.fromEntries(headers) });
};

/**
 * @typedef {object} Said
 * @property {number} status default 200
 * @property {object} json
 * @property {string} text in place of `json`
 * @property {string} type content type
 * @property {Record<string, string>} headers
 */
function toAnswer({ status = 200, json, text = json ? JSON.stringify(json) : "", type, headers }, request) {
  const ownType = type ?? (status >= 400 ? "application/problem+json" : "application/json");
  return {
    status,
    headers: {
      "content-type": ownType,
      "access-control-allow-origin": request.headers.origin ?? "null",
      "access-control-expose-headers": "Retry-After, ETag",
      ...headers,
    },
    body: Buffer.from(text),
  };
}
