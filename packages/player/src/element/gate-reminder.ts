/** How long the entry is in the calendar. */
const LENGTH_MS = 15 * 60_000;

/** How long the file can be fetched by the browser that was just told to. */
const URL_LIFE_MS = 60_000;

/** What a reminder says. */
export interface Reminder {
  readonly title: string;
  /** ISO 8601. */
  readonly availableAt: string;
}

/**
 * Hands the viewer a calendar entry: the reminder of a page that has none of its own. Nothing is sent anywhere and
 * nobody is asked for the right to notify.
 */
export function saveReminder(reminder: Reminder): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([toCalendar(reminder, location.href)], { type: "text/calendar" }));
  link.href = url;
  link.download = "reminder.ics";
  link.click();
  // The click begins the download in a task of its own, on some engines after a dialog.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE_MS);
}

/** The reminder as iCalendar (RFC 5545). */
export function toCalendar({ title, availableAt }: Reminder, url: string): string {
  const start = toStamp(Date.parse(availableAt));
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//micro-drama//player//EN",
    "BEGIN:VEVENT",
    `UID:${start}-${toUid(title)}@micro-drama`,
    `DTSTAMP:${start}`,
    `DTSTART:${start}`,
    `DTEND:${toStamp(Date.parse(availableAt) + LENGTH_MS)}`,
    `SUMMARY:${escapeText(title)}`,
    `URL:${url}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** `20270110T180000Z`. */
function toStamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

function toUid(title: string): string {
  return encodeURIComponent(title).replaceAll("%", "");
}

/** Commas, semicolons, backslashes and line breaks have a meaning of their own in iCalendar. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}
