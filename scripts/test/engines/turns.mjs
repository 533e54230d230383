/**
 * Which engines run side by side: what films wait for is mostly time, so two engines share a machine well; WebKit's
 * timing does not bear it.
 *
 * @template {{engine: string}} E
 * @param {E[]} engines
 * @returns {E[][]} one turn after the other
 */
export function takeTurns(engines) {
  const isPatient = ({ engine }) => engine !== "webkit";
  const turns = [engines.filter(isPatient), engines.filter((engine) => !isPatient(engine))];
  return turns.filter((turn) => turn.length > 0);
}
