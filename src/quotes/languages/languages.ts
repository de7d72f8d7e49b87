import { ARABIC } from './arabic.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { UNKNOWN_LANGUAGE, type Language } from './language.ts';
import { SPANISH } from './spanish.ts';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ar', ARABIC],
  ['zh', CHINESE],
]);

/** The tables for a BCP 47 language; those without any words for one that has none. */
export function languageFor(tag: string): Language {
  return LANGUAGES.get(tag.toLowerCase().split('-')[0]!) ?? UNKNOWN_LANGUAGE;
}

/** The BCP 47 language of a text by its script, when nobody says it; English for Latin letters. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 4000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters / 10) return 'ja';
  if (count(/\p{Script=Han}/gu) > letters / 2) return 'zh';
  if (count(/\p{Script=Arabic}/gu) > letters / 2) return 'ar';
  if (count(/\p{Script=Thai}/gu) > letters / 2) return 'th';
  return 'en';
}
