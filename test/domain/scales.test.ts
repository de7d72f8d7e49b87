import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/annotation.ts';
import { readAnnotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import type { Json } from '../../src/domain/json.ts';
import { languagesOf, numbersOf, ratingInLanguage, type RatingScale } from '../../src/domain/rating-scale.ts';
import { findScaleProblems, isRatingScale } from '../../src/domain/scale-problems.ts';
import { ownScales, scaleSetting, scaleSettingValue, scalesOf, withVersion } from '../../src/domain/scales-of-desk.ts';
import { keptWith, makeScales, ratingHeldOn, ratingOf, scaleById, scaleFor, scaleVersion, shippedScales } from '../../src/domain/scales.ts';
import { setArticleFields, setVerdict } from '../../src/store/changes.ts';
import { Store } from '../../src/store/store.ts';
import { arbitraryScale } from './arbitrary-scale.ts';
import { brokenScales, soundScale } from './broken-scales.ts';

const house: RatingScale = soundScale();
const labelled = (version: number, label: string): RatingScale => ({ ...house, version, ratings: house.ratings.map(rating => (rating.id === 'right' ? { ...rating, label } : rating)) });

describe('the rules of a scale', () => {
  it.each(shippedScales.map(scale => [scale.name, scale] as const))('hold for %s', (_, scale) => {
    // A scale is JSON by shape.
    expect(findScaleProblems(scale as unknown as Json)).toEqual([]);
  });

  it('hold for any scale that is made by them', () => {
    fc.assert(fc.property(arbitraryScale, scale => void expect(findScaleProblems(scale as unknown as Json)).toEqual([])));
  });

  it.each(brokenScales.map(({ name, ...rest }) => [name, rest] as const))('say what is wrong with %s', (_, { scale, message }) => {
    expect(findScaleProblems(scale)[0]?.message).toMatch(message);
  });

  it('let through what this program does not know', () => {
    expect(isRatingScale({ ...soundScale(), panel: 3 })).toBe(true);
  });

  it.each([null, 3, 'x', [], {}])('refuse %j', value => expect(isRatingScale(value)).toBe(false));

  it('let a retired label have the name and the look of another', () => {
    const scale = soundScale();
    scale.ratings[2] = { ...scale.ratings[0], id: 'old', retired: true, value: undefined };
    delete scale.ratings[2].value;
    expect(findScaleProblems(scale)).toEqual([]);
  });
});

describe('the shipped scales', () => {
  it('have ids of their own', () => expect(new Set(shippedScales.map(({ id }) => id)).size).toBe(shippedScales.length));

  it('say who uses them and where that stands, when they are of others', () => {
    for (const { usedBy, url } of shippedScales.filter(scale => scale.usedBy !== undefined)) expect([usedBy, url]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/^https:/)]);
  });

  it('speak German, Spanish and French where they are the program’s own and for verdicts', () => {
    for (const id of ['accuracy', 'quote-verification']) {
      const scale = shippedScales.find(scale => scale.id === id)!;
      for (const { translations } of scale.ratings) expect(Object.keys(translations ?? {})).toEqual(['de', 'es', 'fr']);
    }
  });

  it('keep Unproven of Snopes for old verdicts only', () => {
    expect(shippedScales.find(({ id }) => id === 'snopes')?.ratings.find(({ id }) => id === 'unproven')?.retired).toBe(true);
  });
});

describe('a label', () => {
  const [right, , open] = house.ratings;

  it.each([['de', 'Richtig'], ['de-AT', 'Richtig'], ['DE', 'Richtig'], ['en', 'Right'], ['fr', 'Right'], ['', 'Right']])('in the language %j is %s', (language, label) => {
    expect(ratingInLanguage(right!, language)).toMatchObject({ label, meaning: 'It holds.' });
  });

  it('says which languages there are', () => expect(languagesOf(house)).toEqual(['en', 'de']));

  it('has numbers between the worst and the best, or none', () => {
    expect(numbersOf(house, right!)).toEqual({ value: 3, best: 3, worst: 1 });
    expect(numbersOf(house, open!)).toBeNull();
  });
});

describe('looking up', () => {
  const verdict = { scale: 'house', scaleVersion: 2, rating: 'right' };

  it('knows the desk’s own scales, the newest one for new verdicts', () => {
    const scales = makeScales({ scale: 'house' }, [labelled(3, 'Correct'), house]);
    expect(scaleFor(scales, 'claim').version).toBe(3);
    expect(scaleFor(scales, 'quote').id).toBe('quote-verification');
    expect(ratingOf(scales, verdict)?.label).toBe('Right');
  });

  it('shows a verdict’s label from what the article keeps, when the desk has changed or deleted the scale', () => {
    for (const own of [[], [labelled(3, 'Correct')], [labelled(2, 'Something else')]]) {
      expect(ratingOf(makeScales({ scale: 'house', kept: [house] }, own), verdict)?.label).toBe('Right');
    }
  });

  it('goes on offering a scale that only the article has', () => {
    const scales = makeScales({ scale: 'house', kept: [house, labelled(3, 'Correct')] });
    expect(scaleFor(scales, 'claim').version).toBe(3);
    expect(scaleVersion(scales, 'house', 2)).toBe(house);
  });

  it('takes another version’s label when nobody has the verdict’s own', () => {
    expect(ratingOf(makeScales({}, [labelled(3, 'Correct')]), verdict)?.label).toBe('Correct');
    expect(ratingOf(makeScales(), verdict)).toBeUndefined();
  });

  it('speaks the language of the article', () => {
    expect(ratingOf(makeScales({ language: 'de-DE' }, [house]), verdict)?.label).toBe('Richtig');
  });

  it('lets a verdict stand on a later version that has the same label', () => {
    const next: RatingScale = { ...house, version: 3 };
    const retired: RatingScale = { ...next, ratings: next.ratings.map(rating => ({ ...rating, retired: true })) };
    const scales = makeScales({ kept: [house] }, [next]);
    expect(ratingHeldOn(scales, next, verdict)?.label).toBe('Right');
    expect(ratingHeldOn(scales, labelled(3, 'Correct'), verdict)).toBeUndefined();
    expect(ratingHeldOn(scales, retired, verdict)).toBeUndefined();
    expect(ratingHeldOn(scales, house, { ...verdict, scaleVersion: 9 })).toBeUndefined();
  });

  it('keeps only what does not ship and is not kept yet', () => {
    expect(keptWith(makeScales(), house)).toEqual([house]);
    expect(keptWith(makeScales({ kept: [house] }), house)).toBeNull();
    expect(keptWith(makeScales(), shippedScales[0]!)).toBeNull();
  });
});

describe('a desk', () => {
  function deskWithHouse(): { store: Store; claim: () => Claim; rate: (rating: string) => void } {
    const store = new Store('a', { reviewer: 'Ada' });
    store.change({ name: 'open-article', edits: [{ field: 'title', value: 'Chips' }] });
    store.change({ name: 'mark-claim', edits: [{ annotation: 'c', field: 'type', value: 'claim' }] });
    store.setSetting(scaleSetting('house'), scaleSettingValue([house]));
    store.change(setArticleFields({ scale: 'house' }));
    const claim = (): Claim => readAnnotation(store.desk.annotations.get('c')!) as Claim;
    const rate = (rating: string): void => void store.change(setVerdict(claim(), scalesOf(store.desk), { rating, explanation: '' }, { by: 'Ada', at: '2026-01-01T00:00:00Z' }));
    return { store, claim, rate };
  }
  const kept = (store: Store): readonly string[] => scalesOf(store.desk).kept.map(({ id, version }) => `${id} ${version}`);

  it('has its scales in every version, the newest first', () => {
    const { store } = deskWithHouse();
    store.setSetting(scaleSetting('house'), scaleSettingValue(withVersion(ownScales(store.desk.sources), labelled(3, 'Correct'))));
    expect(ownScales(store.desk.sources).map(({ version }) => version)).toEqual([3, 2]);
    expect(scalesOf(store.desk).own).toEqual([labelled(3, 'Correct')]);
  });

  it('keeps the scale in the article in the step of the verdict, once for each version', () => {
    const { store, claim, rate } = deskWithHouse();
    expect(kept(store)).toEqual([]);
    rate('right');
    rate('wrong');
    expect(kept(store)).toEqual(['house 2']);
    store.setSetting(scaleSetting('house'), scaleSettingValue(withVersion(ownScales(store.desk.sources), labelled(3, 'Correct'))));
    expect(ratingOf(scalesOf(store.desk), claim().verdict!)?.label).toBe('Wrong');
    rate('right');
    expect(kept(store)).toEqual(['house 2', 'house 3']);
    store.setSetting(scaleSetting('house'), null);
    expect(ratingOf(scalesOf(store.desk), claim().verdict!)?.label).toBe('Correct');
  });

  it('lets undo take back verdict and kept scale together, and redo bring both', () => {
    const { store, claim, rate } = deskWithHouse();
    rate('right');
    store.undo();
    expect([claim().verdict, kept(store)]).toEqual([null, []]);
    store.redo();
    expect([claim().verdict?.rating, kept(store)]).toEqual(['right', ['house 2']]);
  });

  it('keeps a scale of its own that is chosen for an article', () => {
    const { store } = deskWithHouse();
    store.change(setArticleFields({ quoteScale: 'house', title: 'Other' }, scalesOf(store.desk)));
    expect(kept(store)).toEqual(['house 2']);
  });

  it('adds up what two people keep without having seen each other, and calls it no dispute', () => {
    const { store } = deskWithHouse();
    const keep = (id: string, scale: RatingScale) => ({
      id: `step ${id}`, article: 'a', name: 'set-verdict', at: `2026-01-0${id}T00:00:00Z`, by: id, undoes: null,
      operations: [{ id, article: 'a', annotation: null, field: 'scales', value: [scale] as unknown as Json, base: [], at: `2026-01-0${id}T00:00:00Z`, by: id }],
    });
    store.receive([keep('1', house), keep('2', labelled(3, 'Correct'))]);
    expect(kept(store)).toEqual(['house 3', 'house 2']);
    expect(readArticle(store.desk.article!).disputes).toEqual([]);
  });

  it('gives the same scales while nothing about them changes', () => {
    const { store, rate } = deskWithHouse();
    rate('right');
    const before = scalesOf(store.desk);
    rate('wrong');
    store.change(setArticleFields({ title: 'Other' }));
    expect(scalesOf(store.desk)).toBe(before);
    store.change(setArticleFields({ language: 'de' }));
    expect(scalesOf(store.desk)).not.toBe(before);
  });

  it('passes over settings that are no scales', () => {
    const { store } = deskWithHouse();
    store.setSetting(scaleSetting('other'), [{ id: 'other' }]);
    store.setSetting(scaleSetting('third'), 'x');
    expect(scaleById(scalesOf(store.desk), 'other')).toBeUndefined();
    expect(scalesOf(store.desk).own.map(({ id }) => id)).toEqual(['house']);
  });
});
