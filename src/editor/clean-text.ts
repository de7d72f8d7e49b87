/** What bytes 0x80 to 0x9f are in windows-1252. As characters they mean nothing; they come from text that was decoded wrongly. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * A text without what breaks other programs: line ends are line feeds, lone surrogates U+FFFD, and a byte order mark at
 * the start, NUL and other control characters are gone. Tabs stay, and so do invisible characters that mean something (joiners, marks
 * of direction, soft hyphens).
 */
export function cleanText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replace(/[\u0080-\u009f]/g, control => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .toWellFormed();
}

/** One line of a text, for a title or a name: cleaned, white space collapsed, and no longer than a line should be. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed();
}
