/** Where the command line writes to. */
export interface Terminal {
  /** Results, to standard output. */
  readonly print: (text: string) => void;
  /** Progress and complaints, to standard error, so that results can be piped. */
  readonly note: (text: string) => void;
  /** Draws over the last line; absent when nobody watches. */
  readonly redraw?: (line: string) => void;
  /** Columns of the line that {@link redraw} draws. */
  readonly width: number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const width = stderr.columns || 80;
  return {
    print: (text) => stdout.write(`${text}\n`),
    note: (text) => stderr.write(`${text}\n`),
    width,
    // Carriage return and "erase line", known to every terminal that Node calls one.
    ...(stderr.isTTY && { redraw: (line) => stderr.write(`\r\u001b[2K${line}`) }),
  };
}
