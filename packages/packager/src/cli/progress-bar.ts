import type { Progress, ProgressListener } from "../progress.js";
import type { Terminal } from "./terminal.js";

const barWidth = 24;

/** Shows progress: a bar that is drawn over itself, or plain lines where nobody watches a terminal. */
export function createProgressBar(terminal: Terminal, now: () => number = Date.now) {
  const begun = now();
  const started = new Set<string>();
  const active = new Map<string, number>();
  const show: ProgressListener = (progress) => {
    const { episode, phase, fraction } = progress;
    if (phase !== "encoding") {
      active.delete(episode);
      terminal.redraw?.("");
      terminal.note(`${place(progress)} ${episode} ${phase === "done" ? "done" : "unchanged, kept"}`);
      return;
    }
    active.set(episode, fraction);
    if (!terminal.redraw && !started.has(episode)) terminal.note(`       ${episode} encoding …`);
    started.add(episode);
    terminal.redraw?.(drawBar(progress, active, { seconds: (now() - begun) / 1000, width: terminal.width }));
  };
  return { show, end: () => terminal.redraw?.("") };
}

/** One line: the episodes under way, the bar of the whole, and the time that is left. */
export function drawBar(
  { total }: Pick<Progress, "total">,
  active: ReadonlyMap<string, number>,
  { seconds, width }: { seconds: number; width: number },
): string {
  const filled = Math.round(total * barWidth);
  const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
  const episodes = [...active].map(([id, fraction]) => `${id} ${percent(fraction)}`).join("  ");
  const left = total > 0.02 && seconds > 3 ? `  ${clock((seconds / total) * (1 - total))} left` : "";
  return `${bar} ${percent(total)}  ${episodes}${left}`.slice(0, Math.max(0, width - 1));
}

function place({ finished, count }: Progress): string {
  return `[${String(finished).padStart(String(count).length)}/${count}]`;
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`.padStart(5);
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
