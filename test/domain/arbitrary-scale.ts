import fc from 'fast-check';
import { ratingColours, ratingIcons, ratingLines, scaleSubjects, type Rating, type RatingScale } from '../../src/domain/rating-scale.ts';

const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefghij 0äß漢م') }).filter(text => text.trim() !== '');
const looks = ratingLines.flatMap(line => ratingIcons.map(icon => ({ line, icon })));

/** Any scale that can be used: the rules of `findScaleProblems` hold by the way it is made. */
export const arbitraryScale: fc.Arbitrary<RatingScale> = fc
  .record({
    id: fc.uuid().map(uuid => `urn:uuid:${uuid}`),
    version: fc.integer({ min: 1, max: 50 }),
    name: words,
    description: fc.string({ maxLength: 40, unit: 'grapheme' }),
    language: fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant'),
    appliesTo: fc.uniqueArray(fc.constantFrom(...scaleSubjects), { minLength: 1 }),
    usedBy: fc.option(words, { nil: undefined }),
    url: fc.option(fc.constantFrom('https://example.org/ratings', 'http://example.org'), { nil: undefined }),
    labels: fc.array(
      fc.record({ label: words, meaning: fc.string({ maxLength: 30 }), colour: fc.constantFrom(...ratingColours), inOrder: fc.boolean(), retired: fc.boolean(), translated: fc.boolean() }),
      { minLength: 2, maxLength: 12 },
    ),
    look: fc.shuffledSubarray(looks, { minLength: 12, maxLength: 12 }),
    numbered: fc.boolean(),
  })
  .map(({ labels, look, numbered, usedBy, url, ...scale }) => {
    const ranked = labels.filter(({ inOrder }, index) => inOrder || index < 2).length;
    let place = ranked + 1;
    const ratings = labels.map(({ label, meaning, colour, inOrder, retired, translated }, index): Rating => {
      const order = inOrder || index < 2 ? --place : null;
      return {
        id: `label-${index}`,
        label: `${label} ${index}`,
        meaning,
        order,
        ...(order !== null && numbered && { value: order + 0.5 }),
        colour,
        ...look[index]!,
        ...(retired && index >= 2 && { retired }),
        ...(translated && { translations: { fr: { label, meaning: '' } } }),
      };
    });
    return { ...scale, ratings, ...(usedBy !== undefined && { usedBy }), ...(url !== undefined && { url }) };
  });
