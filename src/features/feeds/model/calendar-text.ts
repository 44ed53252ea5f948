/** One all-day entry of a calendar. Days are those of the municipality, whatever zone the device is in. */
export interface CalendarEntry {
  /** stays the same as long as it is the same thing */
  readonly uid: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly dayAfter: string;
  readonly title: string;
  readonly description: string;
  /** the page of it; undefined where the address of the pages is not known */
  readonly url: string | undefined;
  /** how often it was changed */
  readonly sequence: number;
  readonly changedAt: Date;
}

const LONGEST_LINE = 75;

/**
 * A calendar as RFC 5545 writes it: lines end in CRLF and are at most 75 octets long. Entries are days without hours (VALUE=DATE), which
 * every device shows on that very day: a due day is a day of the municipality and has no instant, so no zone is described. The same entries
 * give the same text, so that a client is told that nothing changed.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Orientir//Orientir//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    "X-PUBLISHED-TTL:PT4H",
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function entryLines(entry: CalendarEntry): string[] {
  const changed = instant(entry.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART;VALUE=DATE:${digits(entry.day)}`,
    `DTEND;VALUE=DATE:${digits(entry.dayAfter)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    ...(entry.url ? [`URL:${entry.url}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const digits = (day: string) => day.replaceAll("-", "");

/** «20211210T060000Z» */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** A text value: the signs that part values are kept from doing so; control characters have no place in one. */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll(/\r\n|\r|\n/g, "\\n")
      // oxlint-disable-next-line no-control-regex -- they are taken away
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
  );
}

/** A line cut into pieces of at most 75 octets, each but the first after a space; no letter is cut in two. */
function folded(line: string): string {
  let text = "";
  let room = LONGEST_LINE;
  for (const letter of line) {
    const octets = octetsOf(letter.codePointAt(0)!);
    if (octets > room) {
      text += "\r\n ";
      room = LONGEST_LINE - 1;
    }
    text += letter;
    room -= octets;
  }
  return text;
}

/** How long a letter is in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
