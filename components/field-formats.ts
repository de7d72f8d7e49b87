import { readDoi } from '../src/domain/source.ts';

/** What a text field may hold. */
export type FieldFormat = 'text' | 'date' | 'url' | 'doi';

/** A text as it will be kept, or why it cannot be. */
export type Reading = { readonly text: string } | { readonly problem: string };

/** Reads what a person wrote into a field. An empty text is always fine. */
export function readField(format: FieldFormat, written: string): Reading {
  if (format === 'text') return { text: written };
  const trimmed = written.trim();
  if (trimmed === '') return { text: '' };
  const text = readers[format](trimmed);
  return text === null ? { problem: problems[format] } : { text };
}

const readers = { date: readDate, url: readUrl, doi: readDoi };

const problems = {
  date: 'Not saved: write a date as 2026-03-14, or only 2026-03 or 2026.',
  url: 'Not saved: write a web address that starts with https:// or http://',
  doi: 'Not saved: a DOI starts with 10. and has a slash in it, such as 10.1000/182.',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The ISO 8601 date in a text, as exact as it is: a year, a month or a day; a date-time stays as it is. Also takes the
 * year first with other separators, and English month names. Null for anything else: 3/4/2026 is two different days.
 */
export function readDate(text: string): string | null {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return Number.isNaN(Date.parse(text)) ? null : text;
  const numbers = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (numbers) return isoDate(numbers[1]!, numbers[2], numbers[3]);
  const words = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.?(?: (\d{1,2}),)? (\d{4})$/i.exec(text.replace(/\s+/g, ' '));
  if (!words || (words[1] !== undefined && words[3] !== undefined)) return null;
  const name = words[2]!.toLowerCase();
  const month = months.findIndex(start => name.startsWith(start));
  return month < 0 ? null : isoDate(words[4]!, String(month + 1), words[1] ?? words[3]);
}

function isoDate(year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return start;
  const date = `${start}-${day.padStart(2, '0')}`;
  // A 30 February would come back as a day in March.
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}

/** The web address in a text, with `https://` where the scheme was left out. Null for any scheme but http and https. */
export function readUrl(text: string): string | null {
  if (/\s/.test(text)) return null;
  const full = /^(?:www\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[:/?#]|$))/u.test(text) ? `https://${text}` : text;
  return linkTarget(full) === null ? null : full;
}

/** Where a link may lead: the address itself when it is http or https, else null. */
export function linkTarget(url: string): string | null {
  if (!/^https?:\/\/[^\s/]/i.test(url)) return null;
  return URL.canParse(url) ? url : null;
}
