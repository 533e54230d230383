/**
 * Shares the page: the system's sheet where there is one, else the clipboard. On plain HTTP (a phone on a LAN)
 * neither exists, so the last way is the old copy command.
 * @returns how it was shared, or `failed`
 */
export async function share(title: string, url: string): Promise<"shared" | "copied" | "failed"> {
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return "shared";
    }
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(url);
      return "copied";
    }
  } catch {
    // Cancelled by the viewer, or not allowed: not worth words.
    return "failed";
  }
  return copyWithSelection(url) ? "copied" : "failed";
}

function copyWithSelection(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", onCopy, { once: true });
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return isCopied;
}
