import { TIME_CODE } from './time-code.ts';

/** A line's beginning that may name who speaks. */
export interface LabelledLine {
  /** Null when the line has a time code only. */
  readonly speaker: string | null;
  /** A time code at the beginning, or behind the name. */
  readonly time: string | null;
  /** The words behind it. */
  readonly rest: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’\-]*(?:\s+(?:(?:de|da|del|della|der|den|van|von|al|el|bin|di|du|la|le|the|of|and)\s+)*\(?\p{Lu}[\p{L}\p{M}\p{N}.'’()\-]*){0,4}(?:\s+\d{1,2})?`;
const SHOUTED = String.raw`\p{Lu}[\p{Lu}\p{M}\p{N} .'’&\-]{0,40}(?:\s?[(][\p{Lu}\p{M}\p{N} .,\-]{1,20}[)])?`;
const HAN = String.raw`[\p{Script=Han}·]{2,8}`;
const ARABIC = String.raw`[\p{Script=Arabic}]+(?:\s[\p{Script=Arabic}]+){0,3}`;
const TIME = String.raw`[[(]?(${TIME_CODE})[\])]?`;

const LABEL = new RegExp(String.raw`^(?:>>+\s*)?(?:${TIME}\s*[-–—]?\s*)?(${SHOUTED}|${NAME}|${HAN}|${ARABIC})(?:\s*[,-]?\s*${TIME})?\s*[:：](?=\s|$|[\p{Script=Han}])\s*`, 'u');
const QUESTION_OR_ANSWER = new RegExp(String.raw`^(?:${TIME}\s*)?([QA])\s*[.:]\s+`);
const NAME_AND_TIME = new RegExp(String.raw`^(?:${TIME}\s+)?(${NAME})(?:\s+${TIME})?$`, 'u');
const TIME_ONLY = new RegExp(String.raw`^${TIME}(?:\s+|$)[-–—]?\s*`);

/** Who speaks without a name: never repeated, so taken at once. */
const ROLES =
  /^(?:interviewer|interviewee|moderator|host|speaker|question|answer|reporter|narrator|journalist|audience(?: member)?|unidentified|presenter|caller|witness|participant|the (?:court|clerk|witness|president|chair(?:man|woman)?|speaker)|moderatorin|frage|antwort|reporterin|sprecher(?:in)?|journalistin|animateur|animatrice|journaliste|pregunta|respuesta|periodista|entrevistador(?:a)?|presentador(?:a)?|السائل|المذيع|المذيعة|الصحفي|المحاور|سؤال|جواب|记者|主持人|提问|回答|记者问|答|问)(?: ?\d{1,2})?$/iu;

/** Words that stand before a colon in speech and in notes, and name nobody. */
const NO_NAMES =
  /(?:^|\s)(?:note|update|warning|example|remember|first|second|third|finally|answer this|question is|result|results|point|points|thing|things|steps?|news|summary|conclusion|problem|reason|date|time|place|location|subject|topic|title|transcript|recorded|duration|present|agenda|source|re|ps|p\.s|again|look|listen|but|and|so|or|because|my|our|your|his|her|their|this|that|these|those|here|there|what|why|how|when|where|who|it|is|was|are|one|two|three|number|fact|plan|goal|bottom|line|truth|translation|zitat|anmerkung|hinweis|erstens|zweitens|datum|ort|beispiel|problème|exemple|premièrement|note bien|ejemplo|nota|fecha|primero|segundo|ملاحظة|مثال|أولا|ثانيا|注|例如|第一|第二|日期|时间|地点)(?=\s|$)/iu;

/**
 * Reads the speakers' labels of a whole plain transcript: a word before a colon is a speaker only when the
 * transcript as a whole says so (a role, capitals, a full name, or a name that comes back).
 */
export class SpeakerLabels {
  readonly #counts = new Map<string, number>();
  readonly #hasQuestions: boolean;

  constructor(lines: readonly string[]) {
    const letters = new Set<string>();
    for (const line of lines) {
      const label = LABEL.exec(line)?.[2]?.trim();
      if (label !== undefined) this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
      const letter = QUESTION_OR_ANSWER.exec(line)?.[2];
      if (letter !== undefined) letters.add(letter);
    }
    this.#hasQuestions = letters.size === 2;
  }

  /** What a line begins with; null when it is words only. */
  read(line: string): LabelledLine | null {
    const letter = this.#hasQuestions ? QUESTION_OR_ANSWER.exec(line) : null;
    if (letter !== null) return { speaker: letter[2]!, time: letter[1] ?? null, rest: line.slice(letter[0].length) };
    const labelled = LABEL.exec(line);
    if (labelled !== null && this.#isSpeaker(labelled[2]!.trim())) {
      return { speaker: labelled[2]!.trim(), time: labelled[1] ?? labelled[3] ?? null, rest: line.slice(labelled[0].length) };
    }
    const alone = NAME_AND_TIME.exec(line.trim());
    const time = alone?.[1] ?? alone?.[3];
    // A time in front may as well begin a short sentence: "[00:05] Good."
    const isName = alone?.[3] !== undefined || /^[^.]+\s[^.]*[^.]$/.test(alone?.[2] ?? '');
    if (alone !== null && time !== undefined && isName && !NO_NAMES.test(alone[2]!)) return { speaker: alone[2]!.trim(), time, rest: '' };
    const timed = TIME_ONLY.exec(line);
    return timed === null ? null : { speaker: null, time: timed[1]!, rest: line.slice(timed[0].length) };
  }

  #isSpeaker(label: string): boolean {
    if (ROLES.test(label)) return true;
    if (NO_NAMES.test(label)) return false;
    const count = this.#counts.get(label) ?? 0;
    if (/^\p{Lu}[\p{Lu}\P{L}]*$/u.test(label)) return /\p{Lu}{2}/u.test(label) || count > 1;
    if (/^[\p{Script=Han}\p{Script=Arabic}]/u.test(label)) return count > 1;
    return count > 1 || /\s\p{Lu}/u.test(label);
  }
}
