import { spawn } from "node:child_process";
import { PackagerError, throwIfAborted } from "../errors.js";

/** How to run a tool. */
export interface RunOptions {
  /** Kills the tool; the promise then rejects with `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Receives each line of standard output while the tool works. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/** What a tool printed. */
export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs ffmpeg or ffprobe to its end.
 * @throws {PackagerError} `no-ffmpeg` when it is not installed, `aborted` when the signal fired.
 */
export async function run(
  tool: "ffmpeg" | "ffprobe",
  args: readonly string[],
  { signal, onLine }: RunOptions = {},
): Promise<RunResult> {
  throwIfAborted(signal);
  const child = spawn(tool, args, { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (!onLine) {
      stdout += text;
      return;
    }
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line.trim());
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const kill = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", (cause) => reject(noTool(tool, cause)));
      child.once("close", (code) => resolve(code ?? -1));
    });
    throwIfAborted(signal);
    return { exitCode, stdout, stderr };
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}

/**
 * Runs ffmpeg and insists on success.
 * @throws {PackagerError} `ffmpeg-failed` with what ffmpeg said last.
 */
export async function runFfmpeg(purpose: string, args: readonly string[], options: RunOptions = {}) {
  const result = await run(
    "ffmpeg",
    ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", ...args],
    options,
  );
  if (result.exitCode === 0) return;
  throw new PackagerError("ffmpeg-failed", `ffmpeg could not ${purpose}: ${lastWords(result.stderr)}`);
}

/** The last lines of a log, short enough for a message. */
export function lastWords(log: string): string {
  const lines = log.trim().split("\n").slice(-3);
  return lines.join(" / ").slice(-600) || "it gave no reason";
}

function noTool(tool: string, cause: unknown): PackagerError {
  return new PackagerError(
    "no-ffmpeg",
    `${tool} was not found. Install ffmpeg, which brings ffmpeg and ffprobe:\n` +
      "  Debian, Ubuntu   sudo apt-get install ffmpeg\n" +
      "  macOS            brew install ffmpeg\n" +
      "  Windows          winget install ffmpeg",
    { cause },
  );
}
