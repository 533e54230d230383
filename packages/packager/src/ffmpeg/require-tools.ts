import { PackagerError } from "../errors.js";
import { run } from "./run.js";

const neededEncoders = ["libx264", "aac", "libwebp"];

/**
 * Makes sure that ffmpeg and ffprobe are installed and can write what a series consists of.
 * @throws {PackagerError} `no-ffmpeg` with how to install it.
 */
export async function requireTools(signal?: AbortSignal): Promise<void> {
  await run("ffprobe", ["-hide_banner", "-version"], { signal });
  const { stdout } = await run("ffmpeg", ["-hide_banner", "-encoders"], { signal });
  const missing = neededEncoders.filter((name) => !new RegExp(`^ \\S+ ${name} `, "m").test(stdout));
  if (missing.length === 0) return;
  throw new PackagerError(
    "no-ffmpeg",
    `This ffmpeg was built without ${missing.join(", ")}. Install a full build, e.g. from your distribution.`,
  );
}
