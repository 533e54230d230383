/** Writes one line of JSON to standard output: a request, or an event of the program's life. */
export function writeLine(record: object): void {
  process.stdout.write(`${JSON.stringify(record)}\n`);
}

/** An event with its time. */
export function writeEvent(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
  writeLine({ at: new Date().toISOString(), event, ...facts });
}

/** Resolves when the process is asked to end (Ctrl-C, or a supervisor). A second request ends it at once. */
export function untilAskedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}
