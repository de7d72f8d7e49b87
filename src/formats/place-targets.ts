import { describe } from '../anchoring/describe.ts';
import { foldText, originalRange, type FoldedText } from '../anchoring/fold-text.ts';
import { locate } from '../anchoring/locate.ts';
import type { Anchor, AnchorPlacement, TextRange } from '../domain/anchor.ts';
import { hashText } from '../domain/article-version.ts';
import type { Desk } from '../domain/desk.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { areSameWords } from '../anchoring/same-words.ts';
import { anchorPlacement } from '../anchoring/anchor-placement.ts';
import { CodePoints } from './code-points.ts';
import { ownValue } from './parse-json.ts';
import { numberOfProperty, textOfProperty } from './vocabulary.ts';
import { VersionPoints, type Selected, type Target, type Words } from './web-annotation-targets.ts';

/** The text that targets are placed in. */
export interface TargetText {
  readonly article: string;
  /** Id of the version. */
  readonly version: string;
  readonly text: string;
}

/** Beyond every text: the hint for a quote whose position is not known, so that no place counts as the nearer one. */
const nowhereNear = Number.MAX_SAFE_INTEGER;

/** Confidence of a place that nothing but a number says. */
const numberOnly = 0.5;

/** Of words that stand in more places than these it does not matter how many there are. */
const enoughPlaces = 20;

/** How many quotes that do not stand in the text word for word are searched for; each takes some milliseconds. */
const mostSearches = 1000;

/** How long they may be, with their context and all together: the time goes with the length as well. */
const mostSearched = 1_000_000;

/** Makes pieces of targets: finds their words in the text, and says how sure that is. */
export class TargetPlacer {
  readonly #target: TargetText;
  readonly #hash: string;
  readonly #desk: Desk | undefined;
  readonly #points = new VersionPoints();
  #folded: FoldedText | null = null;
  #searches = 0;
  #searched = 0;
  /** Quotes that were not searched for, because there were too many of them or they are too long; they count as lost. */
  unsearched = 0;

  constructor(target: TargetText, desk: Desk | undefined) {
    this.#target = target;
    this.#hash = hashText(target.text);
    this.#desk = desk;
  }

  /** The piece for a target. */
  place(target: Target): Anchor {
    return this.#asWritten(target) ?? this.#find(target.selected);
  }

  /** One of ours, marked on a text that is here: as it was. Null when the words are not those of that text. */
  #asWritten({ selected: { words, place }, raw }: Target): Anchor | null {
    const version = this.#versionFor(raw);
    if (!version || !words || !place) return null;
    const points = this.#points.of(version);
    if (place.end > points.length) return null;
    const start = points.toUtf16(place.start);
    const end = points.toUtf16(place.end);
    if (version.text.slice(start, end) !== words.exact) return null;
    const said = ownValue(raw, 'fc:placement');
    const placement = isJsonObject(said)
      ? this.#placementAsWritten(said, words.exact)
      : version.id === this.#target.version ? { version: version.id, state: 'exact' as const, start, end, confidence: 1 } : null;
    const anchor = { version: version.id, start, end, ...words, placement: placement ?? this.#locate(words, start) };
    return isJsonObject(said) && ownValue(said, 'fc:gone') === true && anchor.placement.state === 'lost' ? { ...anchor, gone: true } : anchor;
  }

  /** The text that a target or a placement speaks of, if it is here: the one annotated, or an older one of the desk. */
  #versionFor(raw: JsonObject): { id: string; text: string } | null {
    const hash = textOfProperty(raw, 'fc:textHash');
    const version = this.#desk?.versions.get(textOfProperty(raw, 'fc:version'));
    if (version && version.hash === hash) return version;
    return hash === this.#hash ? { id: this.#target.version, text: this.#target.text } : null;
  }

  #placementAsWritten(said: JsonObject, exact: string): AnchorPlacement | null {
    const version = this.#versionFor(said);
    const state = placementStates.find(name => name === ownValue(said, 'fc:state'));
    if (version?.id !== this.#target.version || !state) return null;
    const points = this.#points.of(version);
    const confidence = Math.min(1, Math.max(0, numberOfProperty(said, 'fc:confidence') ?? 0));
    const [from, to] = [numberOfProperty(said, 'fc:start'), numberOfProperty(said, 'fc:end')];
    if (from === undefined && to === undefined && state === 'lost') return { version: version.id, state, start: 0, end: 0, confidence };
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from! < 0 || to! < from! || to! > points.length) return null;
    const [start, end] = [points.toUtf16(from!), points.toUtf16(to!)];
    const claimsWords = state === 'exact' || state === 'moved';
    return claimsWords && !areSameWords(version.text.slice(start, end), exact) ? null : anchorPlacement(version, { state, start, end, confidence });
  }

  #find(selected: Selected): Anchor {
    const { version, text } = this.#target;
    const { words } = selected;
    const placement = this.#placementOf(selected);
    const { start, end } = placement;
    const stands = text.slice(start, end);
    if (!words) return { version, start, end, exact: stands, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32), placement };
    const isBare = words.prefix === '' && words.suffix === '' && placement.state === 'exact';
    // Words that came without context are described anew, so that they are found again when the text changes.
    const { prefix, suffix } = isBare ? describe(text, start, end) : words;
    return { version, start, end, exact: words.exact, prefix, suffix, placement };
  }

  #placementOf({ words, place, within }: Selected): AnchorPlacement {
    const { version, text } = this.#target;
    if (within) return this.#placeWithin(this.#placementOf(within), within, words, place);
    const points = this.#points.of({ id: version, text });
    if (words) return this.#locate(words, place && place.start <= points.length ? points.toUtf16(place.start) : nowhereNear);
    // A bare number holds no words to know them by, so a person has to look.
    if (!place || place.end > points.length) return { version, state: 'lost', start: 0, end: 0, confidence: 1 };
    return { version, state: 'ambiguous', start: points.toUtf16(place.start), end: points.toUtf16(place.end), confidence: numberOnly };
  }

  /** A place inside another that was found. */
  #placeWithin(outer: AnchorPlacement, around: Selected, words: Words | null, place: Selected['place']): AnchorPlacement {
    const { version, text } = this.#target;
    const inside = outer.state === 'lost' ? '' : text.slice(outer.start, outer.end);
    const isSure = outer.state === 'exact' || outer.state === 'moved';
    if (words) {
      const first = inside.indexOf(words.prefix + words.exact + words.suffix);
      const isOnly = first >= 0 && inside.indexOf(words.exact, inside.indexOf(words.exact) + 1) < 0;
      if (!isSure || !isOnly) return this.#locate(words, outer.state === 'lost' ? nowhereNear : outer.start);
      const start = outer.start + first + words.prefix.length;
      return { ...outer, start, end: start + words.exact.length };
    }
    const points = new CodePoints(inside);
    if (!place || place.end > points.length) return { version, state: 'lost', start: 0, end: 0, confidence: 1 };
    const same = isSure && around.words?.exact === inside;
    const start = outer.start + points.toUtf16(place.start);
    const end = outer.start + points.toUtf16(place.end);
    return same ? { ...outer, start, end } : { version, state: 'ambiguous', start, end, confidence: numberOnly };
  }

  #locate(words: Words, start: number): AnchorPlacement {
    const { version, text } = this.#target;
    const plain = words.prefix === '' && words.suffix === '' ? this.#findBare(words.exact, start) : null;
    if (plain) return plain;
    const excerpt = words.prefix + words.exact + words.suffix;
    if (!text.includes(excerpt)) {
      if (this.#searches === mostSearches || this.#searched + excerpt.length > mostSearched) {
        this.unsearched++;
        return { version, state: 'lost', start: 0, end: 0, confidence: 0 };
      }
      this.#searches++;
      this.#searched += excerpt.length;
    }
    const found = locate(text, { ...words, start, end: start + words.exact.length });
    return anchorPlacement({ id: version, text }, found);
  }

  /**
   * Words that came without context, by what the standard says of them: all places where they stand are meant. One
   * place is the place; of several a person chooses, unless one is where the position says. Null when there is none.
   */
  #findBare(exact: string, hint: number): AnchorPlacement | null {
    const { version, text } = this.#target;
    if (text.startsWith(exact, hint)) return { version, state: 'exact', start: hint, end: hint + exact.length, confidence: 1 };
    this.#folded ??= foldText(text);
    const wanted = foldText(exact).text.trim();
    const places: TextRange[] = [];
    let at = wanted === '' ? -1 : this.#folded.text.indexOf(wanted);
    for (; at >= 0 && places.length < enoughPlaces; at = this.#folded.text.indexOf(wanted, at + 1)) {
      places.push(originalRange(this.#folded, at, at + wanted.length));
    }
    const [place] = places;
    return place ? { version, state: places.length === 1 ? 'exact' : 'ambiguous', start: place.start, end: place.end, confidence: 1 / places.length } : null;
  }
}

const placementStates = ['exact', 'moved', 'changed', 'ambiguous', 'lost'] as const;
