/**
 * What is alive in a page, by the browser's own count: the garbage is collected first, so that only what somebody
 * holds is counted.
 *
 * @param {import("playwright-core").CDPSession} cdp
 */
export function createHeap(cdp) {
  const prototypeOf = async (expression) => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      objectGroup: "soak",
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.objectId;
  };
  return {
    /** Bytes of the JavaScript heap that are in use. */
    async usedBytes() {
      await cdp.send("HeapProfiler.collectGarbage");
      await cdp.send("HeapProfiler.collectGarbage");
      return (await cdp.send("Runtime.getHeapUsage")).usedSize;
    },

    /**
     * Counts the objects with a prototype; prototypes of classes that extend it are none.
     *
     * @param {string} prototype an expression, may be a promise
     * @param {string} [filter] a function that says which objects count
     */
    async count(prototype, filter = "() => true") {
      const { objects } = await cdp.send("Runtime.queryObjects", {
        prototypeObjectId: await prototypeOf(prototype),
        objectGroup: "soak",
      });
      const { result } = await cdp.send("Runtime.callFunctionOn", {
        objectId: objects.objectId,
        functionDeclaration: `function () {
          return this.filter((object) => object.constructor.prototype !== object).filter(${filter}).length;
        }`,
        returnByValue: true,
      });
      // What the tools hold is alive as well.
      await cdp.send("Runtime.releaseObjectGroup", { objectGroup: "soak" });
      return result.value;
    },
  };
}
