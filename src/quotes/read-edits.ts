import type { TextRange } from '../anchoring/placement.ts';
import { spanOf } from './atoms.ts';
import { changeOfCharacters, isUnspaced } from './change-of-characters.ts';
import { classOfChange, cutByLabel, labelsOf, repeatedWords, type Side } from './class-words.ts';
import { FAR, type FoundQuote } from './find-passages.ts';
import { markDifferences } from './mark-differences.ts';
import { pairLikeWords } from './pair-like-words.ts';
import { UNPAIRED } from './pair-words.ts';
import type { PrintedMark, PrintedQuote } from './printed-quote.ts';
import { gravity, type EditClass, type QuoteEdit } from './quote-edit.ts';
import { beginsSentence, type TranscriptIndex } from './transcript-index.ts';

/** Says what every difference between a printed quote and the passages it was made of is, in printed order. */
export function readEdits(printed: PrintedQuote, index: TranscriptIndex, found: FoundQuote): QuoteEdit[] {
  return new EditReader(printed, index, found).read();
}

/** Between two kept words: what is printed and what was said, in atoms. */
interface Gap {
  readonly printed: TextRange;
  readonly said: TextRange;
}

class EditReader {
  readonly #printed: PrintedQuote;
  readonly #index: TranscriptIndex;
  readonly #found: FoundQuote;
  readonly #here: Side;
  readonly #there: Side;
  readonly #edits: QuoteEdit[] = [];

  constructor(printed: PrintedQuote, index: TranscriptIndex, found: FoundQuote) {
    this.#printed = printed;
    this.#index = index;
    this.#found = found;
    const isName = (key: string): boolean => index.isName(key);
    const inPrint = new Set(index.hasCase ? [] : printed.atoms.filter((atom) => /^\p{Lu}/u.test(atom.form) && !beginsSentence(printed.text, atom.start)).map((atom) => atom.key));
    this.#here = { text: printed.text, atoms: printed.atoms, language: index.language, names: { hasCase: true, isName } };
    this.#there = { text: index.transcript.text, atoms: index.atoms, language: index.language, names: { hasCase: index.hasCase, isName: (key) => isName(key) || inPrint.has(key) } };
  }

  read(): QuoteEdit[] {
    const { passages, pairs } = this.#found;
    for (const mark of this.#printed.marks) if (mark.kind === 'sic') this.#add('sic', mark, this.#placeBefore(mark.from));
    this.#atBeginning();
    for (const [n, passage] of passages.entries()) {
      if (n > 0) this.#betweenPassages(n);
      let last = passage.printedStart;
      for (let at = last + 1; at < passage.printedEnd; at++) {
        if (pairs[at] === UNPAIRED) continue;
        this.#gap({ printed: { start: last + 1, end: at }, said: { start: pairs[last]! + 1, end: pairs[at]! } });
        last = at;
      }
    }
    this.#atEnd();
    this.#edits.push(...markDifferences(this.#printed, this.#index, pairs, this.#edits));
    return this.#edits.sort((a, b) => a.start - b.start || a.saidStart - b.saidStart || gravity(a.class) - gravity(b.class));
  }

  /** Printed words in front of the first kept one: instead of the said words in front of it, or added. */
  #atBeginning(): void {
    const first = this.#found.passages[0]!;
    const printed = { start: 0, end: first.printedStart };
    const [mark] = this.#marksIn(0, first.printedStart, ['ellipsis']);
    if (mark !== undefined) this.#add('ellipsis', mark, this.#emptyAt(first.saidStart));
    if (printed.end === 0) return;
    const end = first.saidStart;
    const sentence = end < this.#there.atoms.length ? this.#index.sentenceAt(this.#there.atoms[end]!.start) : { start: 0, end: 0 };
    let start = end;
    while (start > 0 && end - start < printed.end && this.#there.atoms[start - 1]!.start >= sentence.start) start--;
    // Brackets stand for all that the sentence begins with, or for one word of it, such as a pronoun.
    const beginsThere = start === 0 || this.#there.atoms[start - 1]!.start < sentence.start;
    if (!beginsThere) start = Math.max(start, end - this.#wordsReplaced(printed));
    this.#gap({ printed, said: { start, end } });
  }

  #atEnd(): void {
    const last = this.#found.passages.at(-1)!;
    const count = this.#printed.atoms.length;
    const printed = { start: last.printedEnd, end: count };
    const mark = this.#marksIn(last.printedEnd, count, ['ellipsis']).at(-1);
    if (mark !== undefined) this.#add('ellipsis', mark, this.#emptyAt(last.saidEnd));
    if (printed.end === printed.start) return;
    const start = last.saidEnd;
    const sentence = this.#index.sentenceAt(this.#there.atoms[start - 1]!.start);
    let end = start;
    while (end < this.#there.atoms.length && end - start < this.#wordsReplaced(printed) && this.#there.atoms[end]!.end <= sentence.end) end++;
    this.#gap({ printed, said: { start, end } });
  }

  /** As many said words as there are printed ones; a bracket stands for one word, such as a pronoun. */
  #wordsReplaced({ start, end }: TextRange): number {
    let count = 0;
    for (let n = start; n < end; n++) if (this.#printed.brackets[n] === -1 || this.#printed.brackets[n] !== this.#printed.brackets[n - 1]) count++;
    return count;
  }

  #betweenPassages(n: number): void {
    const [before, after] = [this.#found.passages[n - 1]!, this.#found.passages[n]!];
    const printed = { start: before.printedEnd, end: after.printedStart };
    const said = { start: before.saidEnd, end: after.saidStart };
    if (said.end >= said.start && this.#marksIn(printed.start, printed.end, ['ellipsis', 'break']).length > 0) {
      this.#gap({ printed, said });
      return;
    }
    // Added words belong to neither passage.
    this.#gap({ printed, said: { start: before.saidEnd, end: before.saidEnd } });
    const { atoms } = this.#printed;
    this.#add(
      'reorder',
      { start: atoms[after.printedStart]!.start, end: atoms[after.printedEnd - 1]!.end },
      { start: this.#there.atoms[after.saidStart]!.start, end: this.#there.atoms[after.saidEnd - 1]!.end },
    );
  }

  #gap({ printed, said }: Gap): void {
    const [ellipsis] = this.#marksIn(printed.start, printed.end, ['ellipsis', 'break']);
    if (ellipsis !== undefined && !this.#isOuter(ellipsis)) {
      this.#markedGap(printed, said, ellipsis);
    } else this.#plainGap({ printed, said });
  }

  #plainGap({ printed, said }: Gap): void {
    if (printed.start === printed.end && said.start === said.end) return;
    const whole = this.#widened({ printed, said });
    const bracket = this.#marksIn(whole.printed.start, whole.printed.end, ['bracket'])[0];
    if (bracket !== undefined && bracket.to > bracket.from) this.#bracketGap(whole, bracket);
    else if (whole.printed.start !== printed.start || whole.printed.end !== printed.end || whole.said.start !== said.start || whole.said.end !== said.end) {
      // Part of a word was said: can and can't. What was said in front of its counterpart is told apart: about 25 and 35.
      const like = pairLikeWords(this.#here, printed, this.#there, said)[0];
      const ahead = like !== undefined && like.printed === printed.start && whole.said.start === said.start ? like.said : whole.said.start;
      if (ahead > whole.said.start) this.#oneSided(this.#emptyPrinted(printed.start), { start: whole.said.start, end: ahead });
      this.#change({ printed: whole.printed, said: { start: ahead, end: whole.said.end } });
    } else this.#unmarkedGap(whole);
  }

  /** An ellipsis in front of all words or behind them leaves nothing out between. */
  #isOuter(mark: PrintedMark): boolean {
    return mark.kind === 'ellipsis' && (mark.from <= this.#found.passages[0]!.printedStart || mark.to > this.#found.passages.at(-1)!.printedEnd - 1);
  }

  #markedGap(printed: TextRange, said: TextRange, mark: PrintedMark): void {
    // Printed words beside the mark were added; bracketed ones stand beside it.
    for (const side of [
      { start: printed.start, end: mark.from },
      { start: mark.to, end: printed.end },
    ]) {
      const at = side.start === printed.start ? said.start : said.end;
      if (side.end > side.start) this.#plainGap({ printed: side, said: { start: at, end: at } });
    }
    const place = mark.kind === 'break' ? { start: mark.start, end: mark.start } : mark;
    if (said.start === said.end) {
      if (mark.kind === 'ellipsis') this.#add(this.#pausesAt(said.start) ? 'case-punctuation' : 'ellipsis', mark, this.#emptyAt(said.start));
      return;
    }
    const labels = labelsOf(this.#there, said);
    if (mark.kind === 'break' && labels.every((label) => label === 'filler')) {
      this.#add('filler', place, this.#saidSpan(said));
      return;
    }
    this.#add('ellipsis', place, this.#saidSpan(said));
    for (const stretch of this.#droppedAlarms(said, mark)) this.#add(stretch.class, place, this.#saidSpan(stretch));
  }

  /** What an ellipsis drops from within a sentence that it should not have: see the rules at `checkQuote`. */
  #droppedAlarms(said: TextRange, mark: PrintedMark): (TextRange & { readonly class: EditClass })[] {
    if (said.end - said.start > FAR * 3) return [];
    const { atoms } = this.#there;
    const before = this.#index.sentenceAt(atoms[said.start - 1]?.start ?? 0);
    const after = this.#index.sentenceAt(atoms[said.end]?.start ?? atoms[said.end - 1]!.start);
    // Without punctuation only print tells where sentences end.
    if (!this.#index.hasPunctuation && /[.?!]\s*$/.test(this.#here.text.slice(0, mark.start))) return [];
    const within = before.start === after.start;
    const repeated = repeatedWords(this.#there, said);
    return cutByLabel(this.#there, said, 'omission', (atom) => repeated.has(atom)).filter((stretch) => {
      if (stretch.class === 'negation') return atoms[stretch.start]!.start < before.end || atoms[stretch.start]!.start >= after.start;
      return within && (stretch.class === 'number' || stretch.class === 'hedge');
    });
  }

  #bracketGap({ printed, said }: Gap, bracket: PrintedMark): void {
    const before = { start: printed.start, end: bracket.from };
    const after = { start: bracket.to, end: printed.end };
    // Said words go to the bracket, except fillers at their ends and as many as there are other printed words.
    const head = Math.min(before.end - before.start, said.end - said.start);
    const tail = Math.min(this.#marksIn(after.start, after.end, ['bracket']).length > 0 ? 0 : after.end - after.start, said.end - said.start - head);
    let core = { start: said.start + head, end: said.end - tail };
    const labels = labelsOf(this.#there, core);
    let [first, last] = [0, labels.length];
    while (first < last && labels[first] === 'filler') first++;
    while (last > first && labels[last - 1] === 'filler') last--;
    if (first > 0) this.#oneSided(this.#emptyPrinted(bracket.from), { start: core.start, end: core.start + first });
    if (last < labels.length) this.#oneSided(this.#emptyPrinted(bracket.to), { start: core.start + last, end: core.end });
    core = { start: core.start + first, end: core.start + last };
    if (before.end > before.start) this.#gap({ printed: before, said: { start: said.start, end: said.start + head } });
    const inside = { start: bracket.from, end: bracket.to };
    this.#add('bracket', bracket, core.end > core.start ? this.#saidSpan(core) : this.#emptyAt(core.start));
    const alarm = this.#bracketAlarm(inside, core);
    if (alarm !== null) this.#add(alarm, bracket, core.end > core.start ? this.#saidSpan(core) : this.#emptyAt(core.start));
    if (after.end > after.start || tail > 0) this.#gap({ printed: after, said: { start: said.end - tail, end: said.end } });
  }

  /** A bracket may explain, and name who is meant; it may not take away a no, a number or a doubt, or change a name. */
  #bracketAlarm(inside: TextRange, said: TextRange): EditClass | null {
    const change = classOfChange(this.#here, inside, this.#there, said);
    const [mine, yours] = [labelsOf(this.#here, inside), labelsOf(this.#there, said)];
    if (change === 'negation') return change;
    if (change === 'number') return yours.includes('number') ? change : null;
    if (change === 'hedge') return yours.includes('hedge') ? change : null;
    if (change === 'name') return yours.includes('name') && mine.includes('name') && !this.#extendsName(inside, said) ? change : null;
    return null;
  }

  /** [Maria Santos] for Maria: the name is all there. */
  #extendsName(inside: TextRange, said: TextRange): boolean {
    const keys = new Set(this.#here.atoms.slice(inside.start, inside.end).map((atom) => atom.key));
    const labels = labelsOf(this.#there, said);
    return labels.every((label, n) => label !== 'name' || keys.has(this.#there.atoms[said.start + n]!.key));
  }

  #unmarkedGap({ printed, said }: Gap): void {
    if (printed.start === printed.end || said.start === said.end) {
      this.#oneSided(printed, said);
      return;
    }
    const [mine, yours] = [labelsOf(this.#here, printed), labelsOf(this.#there, said)];
    const likes = pairLikeWords(this.#here, printed, this.#there, said);
    let [here, there] = [printed.start, said.start];
    for (const [n, like] of [...likes, { printed: printed.end, said: said.end }].entries()) {
      const rest = { printed: { start: here, end: like.printed }, said: { start: there, end: like.said } };
      if (rest.printed.end > rest.printed.start && rest.said.end > rest.said.start) this.#replaced(rest);
      else this.#oneSided(rest.printed, rest.said);
      [here, there] = [like.printed + 1, like.said + 1];
      if (like.printed === printed.end) break;
      // One hedge for another, of any number of words: over, more than.
      const next = likes[n + 1] ?? { printed: printed.end, said: said.end };
      while (here < next.printed && mine[here - printed.start] === 'hedge' && mine[like.printed - printed.start] === 'hedge') here++;
      while (there < next.said && yours[there - said.start] === 'hedge' && yours[like.said - said.start] === 'hedge') there++;
      this.#change({ printed: { start: like.printed, end: here }, said: { start: like.said, end: there } });
    }
  }

  /** Other words instead: fillers at the ends of what was said are not among them. */
  #replaced({ printed, said }: Gap): void {
    const labels = labelsOf(this.#there, said);
    if (labels.every((label) => label === 'filler')) {
      this.#oneSided(this.#emptyPrinted(printed.start), said);
      this.#oneSided(printed, { start: said.end, end: said.end });
      return;
    }
    let [first, last] = [0, labels.length];
    while (first < last - 1 && labels[first] === 'filler') first++;
    while (last > first + 1 && labels[last - 1] === 'filler') last--;
    if (first > 0) this.#oneSided(this.#emptyPrinted(printed.start), { start: said.start, end: said.start + first });
    this.#change({ printed, said: { start: said.start + first, end: said.start + last } });
    if (last < labels.length) this.#oneSided(this.#emptyPrinted(printed.end), { start: said.start + last, end: said.end });
  }

  /** One edit for both sides; beside the one before of the same plain kind, they are one. */
  #change({ printed, said }: Gap): void {
    const spoken = (side: Side, { start, end }: TextRange): string =>
      side.atoms
        .slice(start, end)
        .flatMap(({ key }) => (side.language.restored.has(key) ? [] : [key]))
        .join(' ');
    // The same words but for one that speech leaves out: j'ai pas, je n'ai pas.
    const isSame = spoken(this.#here, printed) === spoken(this.#there, said);
    const kind = isSame ? 'filler' : classOfChange(this.#here, printed, this.#there, said);
    const [here, there] = [this.#printedSpan(printed), this.#saidSpan(said)];
    if (kind === 'replacement' && isUnspaced(this.#there.text.slice(there.start, there.end))) {
      const change = changeOfCharacters(this.#here, here, this.#there, there, this.#index.tag);
      if (change !== null) this.#add(change.class, change.printed, change.said);
    } else this.#add(kind, here, there);
  }

  #oneSided(printed: TextRange, said: TextRange): void {
    const { language } = this.#index;
    if (said.end > said.start) {
      const repeated = repeatedWords(this.#there, said);
      for (const stretch of cutByLabel(this.#there, said, 'omission', (atom) => repeated.has(atom))) {
        this.#add(stretch.class, this.#emptyPrintedSpan(printed.start), this.#saidSpan(stretch));
      }
    } else if (printed.end > printed.start) {
      const place = this.#emptyAt(said.start);
      const isSound = (atom: number): boolean => language.hesitations.has(this.#here.atoms[atom]!.key) || language.restored.has(this.#here.atoms[atom]!.key);
      for (const stretch of cutByLabel(this.#here, printed, 'insertion', isSound)) {
        const isFiller = stretch.class === 'filler' && isSound(stretch.start);
        this.#add(stretch.class === 'filler' && !isFiller ? 'insertion' : stretch.class, this.#printedSpan(stretch), place);
      }
    }
  }

  /** Both sides grown to whole written words, with the kept parts of those words. */
  #widened({ printed, said }: Gap): Gap {
    const grown = { printed: { ...printed }, said: { ...said } };
    const { pairs } = this.#found;
    const splits = (atoms: Side['atoms'], at: number): boolean => at > 0 && at < atoms.length && atoms[at - 1]!.end > atoms[at]!.start;
    for (let changed = true; changed; ) {
      changed = false;
      const before = (): boolean => pairs[grown.printed.start - 1] === grown.said.start - 1 && grown.said.start > 0;
      const after = (): boolean => pairs[grown.printed.end] === grown.said.end;
      const cutsStart = (grown.said.end > grown.said.start && splits(this.#there.atoms, grown.said.start)) || (grown.printed.end > grown.printed.start && splits(this.#here.atoms, grown.printed.start));
      const cutsEnd = (grown.said.end > grown.said.start && splits(this.#there.atoms, grown.said.end)) || (grown.printed.end > grown.printed.start && splits(this.#here.atoms, grown.printed.end));
      if (cutsStart && before()) {
        grown.printed.start--;
        grown.said.start--;
        changed = true;
      }
      if (cutsEnd && after()) {
        grown.printed.end++;
        grown.said.end++;
        changed = true;
      }
    }
    return grown;
  }

  #marksIn(start: number, end: number, kinds: readonly PrintedMark['kind'][]): PrintedMark[] {
    return this.#printed.marks.filter((mark) => kinds.includes(mark.kind) && mark.from >= start && mark.to <= end);
  }

  /** Whether the transcript itself has a pause there: dots or a dash. */
  #pausesAt(said: number): boolean {
    const { atoms, text } = this.#there;
    return said > 0 && said < atoms.length && /…|\.\.|[-–—]/.test(text.slice(atoms[said - 1]!.end, atoms[said]!.start));
  }

  #saidSpan({ start, end }: TextRange): TextRange {
    return spanOf(this.#there.atoms, start, end);
  }

  #printedSpan({ start, end }: TextRange): TextRange {
    return spanOf(this.#here.atoms, start, end);
  }

  #emptyPrinted(at: number): TextRange {
    return { start: at, end: at };
  }

  #emptyPrintedSpan(at: number): TextRange {
    const { atoms } = this.#here;
    const offset = at < atoms.length ? atoms[at]!.start : (atoms.at(-1)?.end ?? 0);
    return { start: offset, end: offset };
  }

  /** The place in front of a said atom. */
  #emptyAt(at: number): TextRange {
    const { atoms } = this.#there;
    const offset = at < atoms.length ? atoms[at]!.start : (atoms.at(-1)?.end ?? 0);
    return { start: offset, end: offset };
  }

  /** The place behind the last kept word before a printed atom. */
  #placeBefore(at: number): TextRange {
    for (let n = at - 1; n >= 0; n--) {
      const said = this.#found.pairs[n]!;
      if (said !== UNPAIRED) return { start: this.#there.atoms[said]!.end, end: this.#there.atoms[said]!.end };
    }
    return this.#emptyAt(this.#found.passages[0]!.saidStart);
  }

  #add(kind: EditClass, { start, end }: TextRange, said: TextRange): void {
    const last = this.#edits.at(-1);
    const { text } = this.#printed;
    const spoken = this.#there.text;
    // Neighbouring words replaced one by one were replaced together.
    if (kind === 'replacement' && last?.class === kind && /^\s*$/.test(text.slice(last.end, start)) && /^\s*$/.test(spoken.slice(last.saidEnd, said.start)) && last.end <= start && last.saidEnd <= said.start) {
      this.#edits.pop();
      this.#add(kind, { start: last.start, end }, { start: last.saidStart, end: said.end });
      return;
    }
    this.#edits.push({ class: kind, printed: text.slice(start, end), said: spoken.slice(said.start, said.end), start, end, saidStart: said.start, saidEnd: said.end });
  }
}
