const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in one unit: `now`, `5 min`, `3 h`, `12 d`, `7 mo`, `2 y`. Future times read `in 3 h`. */
export function agoOf(at: string, now: number): string {
  const distance = now - Date.parse(at);
  const span = Math.abs(distance);
  const words = inOneUnit(span);
  return distance < 0 && words !== 'now' ? `in ${words}` : words;
}

function inOneUnit(span: number): string {
  if (span < minute) return 'now';
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < 2 * day) return `${Math.floor(span / hour)} h`;
  if (span < 60 * day) return `${Math.floor(span / day)} d`;
  if (span < 730 * day) return `${Math.floor(span / (30.44 * day))} mo`;
  return `${Math.floor(span / (365.25 * day))} y`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `19 Nov 2026, 14:20`, in the time zone of the reader. */
export function dayAndTime(at: string | Date): string {
  const date = new Date(at);
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  return `${dayOf(date)}, ${time}`;
}

/** `19 Nov 2026`, in the time zone of the reader. */
export function dayOf(at: string | Date): string {
  const date = new Date(at);
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
}

/** A calendar day `2026-11-19` as `19 Nov 2026`, the same in every time zone. */
export function calendarDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${months[month - 1]} ${year}`;
}

/** `19 Nov`, with the year where it is not this one. */
export function shortDayOf(at: string | Date, now = new Date()): string {
  const date = new Date(at);
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${date.getDate()} ${months[date.getMonth()]}${year}`;
}

/**
 * Reads a time that a person typed: `19 Nov 2026 14:20`, `19.11.2026`, `2026-11-19T14:20`, `yesterday 9:30`,
 * `14:20`, `now`, `3 h ago`.
 * @returns the moment, local to the reader, or null when it cannot be understood
 */
export function readTypedTime(text: string, now: Date): Date | null {
  const words = text.trim().toLowerCase();
  if (words === 'now') return new Date(now);
  const ago = /^(\d+)\s*(min|minutes?|h|hours?|d|days?|w|weeks?)\s+ago$/.exec(words);
  if (ago) {
    const unit = { m: minute, h: hour, d: day, w: 7 * day }[ago[2]![0]!] ?? day;
    return new Date(now.getTime() - Number(ago[1]) * unit);
  }
  const clock = /(?:^|[\s,t]+)(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(words);
  const rest = (clock ? words.slice(0, clock.index) : words).replace(/[,\s]+$/, '');
  const date = readTypedDay(rest, now);
  if (!date) return null;
  const [hours, minutes] = clock ? [Number(clock[1]), Number(clock[2])] : [0, 0];
  if (hours > 23 || minutes > 59) return null;
  date.setHours(hours, minutes, 0, 0);
  return date;
}

function readTypedDay(text: string, now: Date): Date | null {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (text === '' || text === 'today') return today;
  if (text === 'yesterday') return new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text);
  if (dotted)
    return realDay(Number(dotted[3] ?? now.getFullYear()), Number(dotted[2]) - 1, Number(dotted[1]));
  const named =
    /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?$/.exec(text) ??
    flip(/^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/.exec(text));
  if (!named) return null;
  const month = months.findIndex((name) => name.toLowerCase() === named[2]);
  return realDay(Number(named[3] ?? now.getFullYear()), month, Number(named[1]));
}

function flip(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function realDay(year: number, month: number, dayOfMonth: number): Date | null {
  const date = new Date(year, month, dayOfMonth);
  const exists = date.getMonth() === month && date.getDate() === dayOfMonth;
  return exists && year >= 1970 && year <= 2100 ? date : null;
}
