const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A point in time (ISO 8601) in the reader's way of writing it; as it came when it is none. */
export function timeLabel(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : exact.format(time);
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** The day of a point in time (ISO 8601) in the reader's time zone; as it came when it is none. */
export function dayLabel(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : day.format(time);
}

/** The time of day of a point in time (ISO 8601) in the reader's time zone; empty when it is none. */
export function clockLabel(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : clock.format(time);
}

/** Today in the reader's time zone, as an ISO 8601 date. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
