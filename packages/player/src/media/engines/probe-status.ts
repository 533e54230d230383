/**
 * The HTTP status of an address; 0 when no answer comes. `<video>` does not tell why a source failed, so it is asked
 * again for headers only.
 */
export async function probeStatus(
  url: string,
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<number> {
  const deadline = new AbortController();
  const stop = (): void => deadline.abort();
  const timer = setTimeout(stop, options.timeoutMs);
  options.signal.addEventListener("abort", stop, { once: true });
  try {
    const response = await fetch(url, { signal: deadline.signal, cache: "no-store" });
    return response.status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener("abort", stop);
    stop();
  }
}
