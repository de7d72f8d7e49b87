/** The printed name of a quote's speaker against the transcript's labels. */
export interface SpeakerCheck {
  /** As the caller gave it. */
  readonly printed: string | null;
  /** The label of whoever says most of the words; null when the transcript does not tell. */
  readonly said: string | null;
  /** False when somebody else says the words, or some of them; null when one of the two is not known. */
  readonly agrees: boolean | null;
}

/** A stretch of found words and its speaker's label. */
export interface SpokenShare {
  readonly speaker: string | null;
  /** In UTF-16 units, or any other unit. */
  readonly length: number;
}

/** Compares the printed speaker with those of the passages found. */
export function compareSpeakers(printed: string | null, shares: readonly SpokenShare[]): SpeakerCheck {
  const lengths = new Map<string, number>();
  for (const { speaker, length } of shares) if (speaker !== null) lengths.set(speaker, (lengths.get(speaker) ?? 0) + length);
  const said = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  if (printed === null || printed.trim() === '') return { printed, said, agrees: null };
  const verdicts = [...lengths.keys()].map((label) => isSameSpeaker(printed, label));
  if (verdicts.includes(false)) return { printed, said, agrees: false };
  return { printed, said, agrees: verdicts.includes(true) ? true : null };
}

const TITLES =
  /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|lord|lady|president|vice|former|senator|sen|representative|rep|congress(?:man|woman)|gov|governor|mayor|minister|secretary|judge|justice|captain|capt|general|gen|colonel|col|chief|the|hon|rev|herr|frau|präsident|präsidentin|kanzler|kanzlerin|ministerin|monsieur|madame|mme|président|présidente|ministre|señor|señora|sr|sra|don|doña|presidente|presidenta|ministro|ministra|السيد|السيدة|الرئيس|الوزير|الدكتور|د)$/u;

/** A label that stands for a part in the conversation and names nobody. */
const PARTS =
  /^(?:q|a|speaker|question|answer|interviewer|interviewee|moderator|host|reporter|journalist|audience|unidentified|unknown|narrator|presenter|voice|male|female|man|woman|participant|caller|witness|frage|antwort|sprecher|sprecherin|journaliste|pregunta|respuesta|periodista|entrevistador|entrevistadora|السائل|المذيع|المذيعة|سؤال|جواب|记者|主持人|问|答)\b/iu;
const HAN_PARTS = /^(?:记者|主持人|问|答|提问|回答)/u;

/**
 * Whether a printed name and a label mean one person: "Sen. Maria Santos" and "SANTOS". A part such as "Q." names nobody.
 *
 * @returns null when the label is a part
 */
function isSameSpeaker(printed: string, label: string): boolean | null {
  const [mine, yours] = [namesOf(printed), namesOf(label)];
  if (mine.join(' ') === yours.join(' ') && mine.length > 0) return true;
  if (PARTS.test(label) || HAN_PARTS.test(label) || yours.length === 0 || mine.length === 0) return null;
  if (/\p{Script=Han}/u.test(label)) return printed.includes(label) || label.includes(printed) || mine.some((name) => label.includes(name));
  const [shorter, longer] = mine.length <= yours.length ? [mine, yours] : [yours, mine];
  // All names of the shorter one, initials counting for names; the family name must be among them.
  return shorter.every((name) => longer.some((other) => other === name || (name.length === 1 && other.startsWith(name)) || (other.length === 1 && name.startsWith(other)))) && shorter.some((name) => name.length > 1);
}

function namesOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)|,.*$/g, ' ')
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((part) => part !== '' && !TITLES.test(part));
}
