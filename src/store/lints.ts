import { isChecked, judgedText, type Annotation, type Claim, type Quote } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { calculate } from '../domain/calculation.ts';
import { settingsIn } from '../domain/desk-settings.ts';
import type { Evidence } from '../domain/evidence.ts';
import { figuresIn, isSameFigure } from '../domain/figures.ts';
import type { FieldRecord } from '../domain/record.ts';
import { addressOf, sourceAt, sourceName, type Source } from '../domain/source.ts';
import { pageOf } from './likely-same.ts';

/** What is looked at in the evidence of a verdict. Each can be switched off for a desk: its setting `lint/<id>` is then false. */
export const lintIds = ['no-evidence', 'only-secondary', 'counted-twice', 'no-locator', 'article-itself', 'after-publication', 'figures-differ'] as const;
export type LintId = (typeof lintIds)[number];

/** Something about the evidence of an annotation that deserves a second look. Nobody is kept from anything by it. */
export interface Lint {
  readonly id: LintId;
  /** Ids of the evidence that it is about; empty when it is about the whole. */
  readonly evidence: readonly string[];
  /** What tells the case from others: names of sources, dates, figures. */
  readonly detail: string;
}

/** Name of the setting that switches a lint on and off. */
export function lintSetting(id: LintId): string {
  return `lint/${id}`;
}

/** The lints that a desk has not switched off. */
export function activeLints(sources: ReadonlyMap<string, FieldRecord>): ReadonlySet<LintId> {
  const settings = settingsIn(sources, 'lint/');
  return new Set(lintIds.filter(id => settings.get(id) !== false));
}

/** What the lints look at besides the annotation. */
export interface LintContext {
  /** The sources of the desk and its settings. */
  readonly sources: ReadonlyMap<string, FieldRecord>;
  readonly article: Pick<Article, 'url' | 'published'> | null;
}

const known = new WeakMap<Annotation, { readonly context: LintContext; readonly lints: readonly Lint[] }>();
const none: readonly Lint[] = [];

/** What deserves a second look in an annotation. The same list for the same annotation, sources and article. */
export function lintsOf(annotation: Annotation, context: LintContext): readonly Lint[] {
  if (!isChecked(annotation)) return none;
  const before = known.get(annotation);
  if (before && before.context.sources === context.sources && before.context.article === context.article) return before.lints;
  const active = activeLints(context.sources);
  const uses = annotation.evidence.map((evidence): Use => ({ evidence, source: sourceAt(context.sources, evidence.source) }));
  const lints = lintIds.filter(id => active.has(id)).flatMap(id => rules[id](annotation, uses, context.article));
  known.set(annotation, { context, lints });
  return lints;
}

interface Use {
  readonly evidence: Evidence;
  readonly source: Source | null;
}

type Rule = (annotation: Claim | Quote, uses: readonly Use[], article: LintContext['article']) => readonly Lint[];

const rules: { readonly [id in LintId]: Rule } = {
  'no-evidence': (annotation, uses) => (annotation.verdict?.rating && uses.length === 0 ? [{ id: 'no-evidence', evidence: [], detail: '' }] : none),

  'only-secondary': (annotation, uses) => {
    const telling = uses.filter(({ evidence }) => evidence.stance === 'supports' || evidence.stance === 'refutes');
    const isDue = annotation.verdict?.rating && telling.length > 0 && telling.every(({ evidence }) => evidence.role === 'secondary');
    return isDue ? [{ id: 'only-secondary', evidence: telling.map(({ evidence }) => evidence.id), detail: '' }] : none;
  },

  'counted-twice': (_, uses) => {
    const origins = new Map<string, Use[]>();
    for (const use of uses) {
      const { stance, group } = use.evidence;
      if (stance !== 'supports' && stance !== 'refutes') continue;
      // Sources of one origin count once, and so does one source.
      const keys = [...(group.trim() === '' ? [] : [`group ${group.trim().toLowerCase()}`]), ...(use.source ? [`source ${use.source.id}`] : [])];
      for (const key of keys) origins.set(`${stance} ${key}`, [...(origins.get(`${stance} ${key}`) ?? []), use]);
    }
    const found = new Map<string, Lint>();
    for (const [key, same] of origins) {
      if (same.length < 2) continue;
      const evidence = same.map(use => use.evidence.id);
      const detail = key.includes(' group ') ? same[0]!.evidence.group.trim() : nameOf(same[0]!);
      if (!found.has(evidence.join())) found.set(evidence.join(), { id: 'counted-twice', evidence, detail });
    }
    return [...found.values()];
  },

  'no-locator': (_, uses) => {
    const without = uses.filter(({ evidence, source }) => source && evidence.stance !== 'nothing-found' && evidence.locator.trim() === '');
    return without.length === 0 ? none : [{ id: 'no-locator', evidence: without.map(({ evidence }) => evidence.id), detail: without.map(nameOf).join('; ') }];
  },

  'article-itself': (_, uses, article) => {
    const page = pageOf(article?.url ?? '');
    const own = page === '' ? [] : uses.filter(({ source }) => source && pageOf(addressOf(source)) === page);
    return own.map(({ evidence }) => ({ id: 'article-itself', evidence: [evidence.id], detail: article!.url }));
  },

  'after-publication': (_, uses, article) =>
    uses.flatMap(use => {
      const [source, own] = [use.source?.published ?? '', article?.published ?? ''];
      return isAfter(source, own) ? [{ id: 'after-publication' as const, evidence: [use.evidence.id], detail: `${nameOf(use)}: ${source}` }] : [];
    }),

  'figures-differ': (annotation, uses) => {
    const said = figuresIn((annotation.type === 'claim' && annotation.text) || judgedText(annotation));
    return uses.flatMap(({ evidence }) => {
      // What refutes says something else, as it should.
      if (evidence.stance !== 'supports' || evidence.excerpt === '') return [];
      const found = figuresIn(evidence.excerpt);
      const outcome = evidence.calculation && calculate(evidence.calculation);
      const result = outcome && 'value' in outcome ? outcome.value : null;
      const other = said.find(figure => {
        if (figure.unit === 'year' || found.some(one => isSameFigure(figure, one))) return false;
        if (result !== null && figure.values.some(value => isAbout(value, figure.unit === '%' ? result * 100 : result))) return false;
        return found.some(one => one.unit === figure.unit);
      });
      if (!other) return [];
      const instead = found.filter(one => one.unit === other.unit).map(({ shown }) => shown);
      return [{ id: 'figures-differ' as const, evidence: [evidence.id], detail: `${other.shown} / ${instead.join(', ')}` }];
    });
  },
};

function nameOf({ source }: Use): string {
  return source ? sourceName(source) : '';
}

/** True when a result rounds to a figure: "about 32 %" is 31.95 %. */
function isAbout(said: number, result: number): boolean {
  return said === result || (said !== 0 && Math.abs(said - result) / Math.abs(said) < 0.02);
}

/** True when a date is later than another, as far as both are exact: a year is not later than a day in it. */
function isAfter(date: string, other: string): boolean {
  const [a, b] = [date, other].map(text => /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text)?.[0] ?? '') as [string, string];
  const length = Math.min(a.length, b.length);
  return length > 0 && a.slice(0, length) > b.slice(0, length);
}
