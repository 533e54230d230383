/**
 * Turns a story into tests: one subtest per step, and after the first that fails the rest is left out. A failed
 * step leaves a picture and the console behind and says where.
 *
 * @param {import("node:test").TestContext} context
 * @param {ReturnType<typeof import("./drivers/driver.mjs").createDriver>} driver
 * @returns {(name: string, work: () => Promise<void>) => Promise<void>}
 */
export function createSteps(context, driver) {
  let failedStep;
  return (name, work) =>
    context.test(name, async () => {
      if (failedStep) throw new Error(`not reached: "${failedStep}" failed before`);
      try {
        await work();
      } catch (error) {
        failedStep = name;
        const picture = await driver.saveEvidence(name).catch((reason) => `no picture: ${reason}`);
        const happenings = (await driver.tellHappenings()).join("\n");
        throw new Error(`${error.message}\nSee ${picture} and the .log beside it\n${happenings}`, {
          cause: error,
        });
      }
    });
}
