import { describe, expect, it } from 'vitest';
import { isChecked, type Claim } from '../../src/domain/annotation.ts';
import { figuresIn, isSameFigure } from '../../src/domain/figures.ts';
import type { SourceField } from '../../src/domain/source.ts';
import { addEvidence, addSource, mark, setArticleFields, setCalculation, setField } from '../../src/store/changes.ts';
import { likelySame, pageOf } from '../../src/store/likely-same.ts';
import { lintIds, lintSetting, lintsOf, type LintId } from '../../src/store/lints.ts';
import { annotationById, articleOf, sourcesOf } from '../../src/store/queries.ts';
import { mergeSources, removeSource } from '../../src/store/source-changes.ts';
import { Store } from '../../src/store/store.ts';
import { beginArticle, versionsOf } from '../support/arbitrary-desk.ts';

type Piece = NonNullable<Parameters<typeof addEvidence>[1]> & { readonly of?: { readonly [field in SourceField]?: string } | string };

/** A store with a claim of a text and its evidence. A source is named by its fields, or by the name of one that is there. */
function claimWith(text: string, pieces: readonly Piece[], { rated = false, url = '', published = '' } = {}) {
  const store = new Store('a', { reviewer: 'Ann' });
  store.change(beginArticle('a'));
  store.change(setArticleFields({ url, published }));
  const { id, change } = mark('claim', versionsOf('a')[0]!, [{ start: 0, end: 8 }]);
  store.change(change);
  const claim = (): Claim => {
    const found = annotationById(store.desk, id);
    if (!found || !isChecked(found) || found.type !== 'claim') throw new RangeError('No claim');
    return found;
  };
  store.change(setField(claim(), 'text', text));
  const named = new Map<string, string>();
  for (const { of, ...fields } of pieces) {
    let source: string | undefined;
    if (typeof of === 'string') source = named.get(of);
    else if (of) {
      const added = addSource(of);
      store.change(added.change);
      source = added.id;
      named.set(of.title ?? '', source);
    }
    store.change(addEvidence(claim(), { ...fields, ...(source && { source }) }).change);
  }
  const rate = { scale: 'accuracy', scaleVersion: 1, rating: 'false', explanation: '', by: 'Ann', at: '2026-01-01T00:00:00Z', textHash: '' };
  if (rated) store.change({ name: 'set-verdict', edits: [{ annotation: id, field: 'verdict', value: rate }] });
  const lints = () => lintsOf(claim(), { sources: store.desk.sources, article: articleOf(store.desk) });
  return { store, claim, lints, ids: () => lints().map(lint => lint.id) };
}

const full: Piece = { of: { title: 'Report' }, locator: 'p. 1', role: 'primary' };

describe('the lints', () => {
  it.each<[string, readonly Piece[], Parameters<typeof claimWith>[2], readonly LintId[]]>([
    ['a verdict without evidence', [], { rated: true }, ['no-evidence']],
    ['no verdict, no evidence: nothing to say', [], {}, []],
    ['a verdict with full evidence: nothing to say', [full], { rated: true }, []],
    ['only secondary sources', [{ ...full, role: 'secondary' }], { rated: true }, ['only-secondary']],
    ['a primary one among them', [{ ...full, role: 'secondary' }, { ...full, of: { title: 'Other' } }], { rated: true }, []],
    ['secondary context alone', [{ ...full, role: 'secondary', stance: 'context' }], { rated: true }, []],
    ['one source counted twice', [full, { ...full, of: 'Report' }], {}, ['counted-twice']],
    ['one source for two things', [full, { ...full, of: 'Report', stance: 'context' }], {}, []],
    ['two sources of one origin', [{ ...full, group: 'AP' }, { ...full, of: { title: 'Other' }, group: ' ap ' }], {}, ['counted-twice']],
    ['two sources of two origins', [{ ...full, group: 'AP' }, { ...full, of: { title: 'Other' }, group: 'AFP' }], {}, []],
    ['no place in the source', [{ ...full, locator: ' ' }], {}, ['no-locator']],
    ['nothing found needs no place', [{ stance: 'nothing-found', of: { title: 'Archive' } }], {}, []],
    ['no source, no place yet', [{}], {}, []],
    ['the article itself', [{ ...full, of: { title: 'R', url: 'http://www.example.org/a/?utm_source=x#top' } }], { url: 'https://example.org/a' }, ['article-itself']],
    ['another page of the same site', [{ ...full, of: { title: 'R', url: 'https://example.org/b' } }], { url: 'https://example.org/a' }, []],
    ['a source after publication', [{ ...full, of: { title: 'R', published: '2026-03-02' } }], { published: '2026-03-01' }, ['after-publication']],
    ['the year of publication is not after a day in it', [{ ...full, of: { title: 'R', published: '2026' } }], { published: '2026-03-01' }, []],
    ['dates that are none', [{ ...full, of: { title: 'R', published: 'later' } }], { published: '2026-03-01' }, []],
  ])('%s', (_, pieces, options, ids) => {
    expect(claimWith('The market grows', pieces, options).ids()).toEqual(ids);
  });

  it.each<[string, string, boolean]>([
    ['It could reach $200 billion', 'may reach $250bn', true], ['It could reach $200 billion', 'may reach $200bn by 2030', false], ['25 percent more', 'up 25 % on the year', false],
    ['25 percent more', 'up 27 % on the year', true], ['1,000 people came', 'about 1000 were there', false], ['1,000 people came', 'about 1.000 were there', false], ['1,000 people', '900 people', true],
    ['in 2025', 'in 2024', false], ['25 percent', '25 people', false], ['25 percent', 'for $30', false], ['nothing to count', '12 of them', false], ['up 2.5 %', 'up 2,5 Prozent', false],
    ['two billion euros', '€2 billion', false], ['2 percentage points', '2 percent', false], ['The figure is 5 million', 'The figure is 5,000,000', false],
  ])('%s, the excerpt %s: differs %s', (text, excerpt, differs) => {
    expect(claimWith(text, [{ ...full, excerpt }]).ids().includes('figures-differ')).toBe(differs);
    expect(claimWith(text, [{ ...full, excerpt, stance: 'refutes' }]).ids()).toEqual([]);
  });

  it('takes the result of a calculation for the figure of the claim', () => {
    const { store, claim, ids } = claimWith('It grows by 32 % a year', [{ ...full, excerpt: 'from 50 % to 200 % in five years' }]);
    expect(ids()).toEqual(['figures-differ']);
    const inputs = [['start', '50'], ['end', '200'], ['years', '5']].map(([name, value]) => ({ name: name!, value: value!, unit: '' }));
    store.change(setCalculation(claim(), claim().evidence[0]!.id, { inputs, formula: '(end / start) ^ (1 / years) - 1', unit: '%' }));
    expect(ids()).toEqual([]);
  });

  it('are switched off for the whole desk one by one', () => {
    const { store, ids } = claimWith('x', [], { rated: true });
    store.setSetting(lintSetting('no-evidence'), false);
    expect(ids()).toEqual([]);
    store.setSetting(lintSetting('no-evidence'), null);
    expect(ids()).toEqual(['no-evidence']);
    expect(lintIds).toHaveLength(7);
  });

  it('are found once for the same annotation, sources and article', () => {
    const { store, claim, lints } = claimWith('x', [full, { ...full, of: 'Report' }]);
    const first = lints();
    expect(lints()).toBe(first);
    store.change(setField(claim(), 'comment', 'y'));
    expect(lints()).not.toBe(first);
    expect(lints()).toEqual(first);
  });

  it('see through a merge', () => {
    const { store, claim, ids } = claimWith('x', [full, { ...full, of: { title: 'Report again' } }]);
    expect(ids()).toEqual([]);
    const [kept, other] = sourcesOf(store.desk.sources);
    store.change(mergeSources(kept!, [other!], [claim()], store.desk.sources));
    expect(ids()).toEqual(['counted-twice']);
    expect(sourcesOf(store.desk.sources)).toHaveLength(1);
    expect(new Set(claim().evidence.map(({ source }) => source))).toEqual(new Set([kept!.id]));
    store.undo();
    expect(ids()).toEqual([]);
    expect(sourcesOf(store.desk.sources)).toHaveLength(2);
  });
});

describe('merging sources', () => {
  it('fills what the kept one lacks, keeps every copy, and takes the strictest confidentiality', () => {
    const { store } = claimWith('x', [{ of: { title: 'A', url: 'https://example.org/a', archivedUrl: 'https://archive.example/1' } }, { of: { title: 'B', publisher: 'P', archivedUrl: 'https://archive.example/2' } }]);
    const [a, b] = sourcesOf(store.desk.sources);
    store.change({ name: 'edit-source', edits: [{ source: b!.id, field: 'confidentiality', value: 'confidential' }, { source: b!.id, field: 'csl', value: { volume: '3' } }] });
    const [kept, other] = sourcesOf(store.desk.sources);
    store.change(mergeSources(kept!, [other!], [], store.desk.sources));
    const [merged] = sourcesOf(store.desk.sources);
    expect(merged).toMatchObject({ id: a!.id, title: 'A', publisher: 'P', confidentiality: 'confidential', archivedUrl: '', csl: { volume: '3' } });
    expect(merged!.copies.map(({ url }) => url)).toEqual(['https://archive.example/1', 'https://archive.example/2']);
  });

  it('takes a deleted source off the list', () => {
    const { store } = claimWith('x', [{ of: { title: 'A' } }]);
    store.change(removeSource(sourcesOf(store.desk.sources)[0]!.id));
    expect(sourcesOf(store.desk.sources)).toEqual([]);
  });
});

describe('sources that are likely the same', () => {
  it('have the same DOI, address, or title and publisher', () => {
    const { store } = claimWith('x', [
      { of: { title: 'A', doi: '10.1000/182' } }, { of: { title: 'A too', url: 'https://doi.org/10.1000/182' } },
      { of: { title: 'B', url: 'https://www.example.org/b/' } }, { of: { title: 'B too', url: 'http://example.org/b?utm_medium=x' } },
      { of: { title: 'Résumé: the report', publisher: 'Bank' } }, { of: { title: 'resume – The Report', publisher: 'BANK' } },
      { of: { title: 'C', publisher: 'P', doi: '10.1000/1' } }, { of: { title: 'C', publisher: 'P', doi: '10.1000/2' } }, { of: { title: 'D' } }, { of: { title: 'D' } },
    ]);
    const groups = likelySame(sourcesOf(store.desk.sources), id => store.desk.sources.get(id)!.createdAt);
    expect(groups.map(({ why, sources }) => [why, sources.map(({ title }) => title).sort()])).toEqual([
      ['doi', ['A', 'A too']], ['address', ['B', 'B too']], ['title', ['Résumé: the report', 'resume – The Report']],
    ]);
  });

  it('tell pages apart by what is asked of them', () => {
    expect(pageOf('https://example.org/a?id=1')).not.toBe(pageOf('https://example.org/a?id=2'));
    expect(pageOf('https://example.org/a?b=1&a=2')).toBe(pageOf('https://EXAMPLE.org/a/?a=2&b=1#x'));
    expect(pageOf('page 12')).toBe('');
  });
});

describe('figures', () => {
  it.each<[string, string, boolean]>([
    ['1,000', '1000', true], ['$50 billion', '$50bn', true], ['US$50bn', '50 billion dollars', true], ['25 %', '25 per cent', true], ['1.234,5', '1,234.5', true], ['3 million', '3,000,000', true],
    ['3 million', '3 billion', false], ['25 %', '25 percentage points', false], ['€5', '$5', false], ['5m', '5,000,000', true], ['1 234 567', '1,234,567', true],
  ])('%s and %s are the same: %s', (a, b, same) => {
    expect(isSameFigure(figuresIn(a)[0]!, figuresIn(b)[0]!)).toBe(same);
  });

  it('are not parts of words', () => {
    expect(figuresIn('COVID-19 and B2B, the A380, one of them')).toHaveLength(1);
    expect(figuresIn('no figures')).toEqual([]);
  });
});
