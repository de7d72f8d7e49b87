/** Hours may be missing; fractions behind a full stop or a comma. A regular expression's source, with no groups. */
export const TIME_CODE = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;

/** Seconds of a time code such as `00:12:03.500`, `12:03` or `12:03,5`. */
export function seconds(code: string): number {
  return code
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A time as a locator is written: `00:12:03`. Fractions are cut off, so that the words are never missed. */
export function formatTime(time: number): string {
  const whole = Math.max(0, Math.floor(time));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
