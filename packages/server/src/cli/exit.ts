import { isDramaError } from "@micro-drama/protocol";

/** How the program ends: what a script or a supervisor can tell apart. */
export const EXIT = {
  /** Something unforeseen; the message says what. */
  failure: 1,
  /** The command line, a file or an environment variable is wrong; starting again will not help. */
  configuration: 2,
  /** Another process uses the data folder. */
  dataInUse: 3,
  /** The port is taken. */
  portTaken: 4,
  /** The ledger contradicts itself, or a guard of it is missing. */
  ledgerBroken: 5,
} as const;

/** The configuration cannot be used; the message begins with the name of the field. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
  }
}

/** Says on standard error what went wrong, without a stack, and sets the exit code. */
export function reportFailure(error: unknown): void {
  process.exitCode = exitCodeOf(error);
  const isForeseen = process.exitCode !== EXIT.failure;
  const text = error instanceof Error ? (isForeseen ? error.message : (error.stack ?? error.message)) : error;
  process.stderr.write(`micro-drama-server: ${String(text)}\n`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigurationError) return EXIT.configuration;
  if (isDramaError(error) && error.code === "data-in-use") return EXIT.dataInUse;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return EXIT.portTaken;
  return EXIT.failure;
}
