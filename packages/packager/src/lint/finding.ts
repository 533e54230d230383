/** Something that is wrong with a series. */
export interface Finding {
  /** An error breaks playing or safety for somebody; a warning makes it worse than it need be. */
  readonly severity: "error" | "warning";
  /** JSON path in the manifest, with the file behind it where that is meant: `$.episodes[2].source → 360/0.m4s`. */
  readonly path: string;
  /** What is wrong, with the value. */
  readonly message: string;
  /** What to do. */
  readonly mend: string;
}

/** Collects findings about one place of the manifest. */
export interface Findings {
  readonly error: (message: string, mend: string) => void;
  readonly warning: (message: string, mend: string) => void;
  /** The same list, for a place below this one: `.poster`, `[3]`, ` → 360/0.m4s`. */
  readonly at: (step: string) => Findings;
}

/** Findings that go to `list`, all of them at or below `path`. */
export function collectInto(list: Finding[], path: string): Findings {
  const add = (severity: Finding["severity"]) => (message: string, mend: string) => {
    list.push({ severity, path, message, mend });
  };
  return {
    error: add("error"),
    warning: add("warning"),
    at: (step) => collectInto(list, path + step),
  };
}
