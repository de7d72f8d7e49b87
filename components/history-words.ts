import { parseEvidenceField } from '../src/domain/evidence.ts';
import { sourceFields } from '../src/domain/source.ts';
import type { AnnotationName, ChangeKind, FieldChange, HistoryEntry } from '../src/store/history.ts';
import type { ShownPiece } from '../src/store/shown-value.ts';
import { evidenceLabels } from './dispute-box.ts';
import type { IconName } from './icons.ts';
import { fieldLabel, formLabels, kindLabels, roleLabels, sourceFieldLabels, stanceLabels, stepLabel, typeLabels } from './labels.ts';

/** What the history calls the kinds of changes. */
export const changeKindLabels: { readonly [kind in ChangeKind]: string } = {
  mark: 'Marks', details: 'Details of marks', evidence: 'Evidence and sources', 'quote-check': 'Quotes and transcripts', verdict: 'Verdicts',
  text: 'Text of the article', article: 'Details of the article',
};

/** The kinds with their icons, the one that says most about a step first. */
const kindIcons: readonly (readonly [ChangeKind, IconName])[] = [
  ['text', 'article'], ['verdict', 'scale'], ['quote-check', 'transcript'], ['evidence', 'file'], ['mark', 'claim'], ['details', 'edit'], ['article', 'details'],
];

/** The icon of an entry: by how it is told, else by what it is about. */
export function entryIcon({ told, kinds }: HistoryEntry): IconName {
  if (told !== 'did') return told === 'undid' ? 'undo' : 'redo';
  return kindIcons.find(([kind]) => kinds.has(kind))?.[1] ?? 'history';
}

/** What an entry did, in words. */
export function entryLabel({ step, told }: HistoryEntry): string {
  const label = stepLabel(step.name);
  return told === 'did' ? label : `${told === 'undid' ? 'Undid' : 'Did again'}: ${label.toLowerCase()}`;
}

/** Who did something. */
export function personLabel(by: string, isByProgram: boolean): string {
  return isByProgram ? 'The program' : by || 'Somebody';
}

/** What a change is about in general, for whoever reads many. */
export function annotationLabel(name: AnnotationName | undefined): string {
  const type = name?.type ? typeLabels[name.type] : 'Mark';
  return name?.words ? `${type} “${name.words}”` : type;
}

/** The field of a change within its annotation, source, evidence or article. */
export function changeLabel({ field, source }: FieldChange): string {
  const evidence = parseEvidenceField(field);
  if (evidence) return capital(Object.hasOwn(evidenceLabels, evidence.property) ? evidenceLabels[evidence.property]! : evidence.property);
  const own = source === null ? undefined : sourceFields.find(name => name === field);
  return own ? sourceFieldLabels[own] : capital(fieldLabel(field));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How the pieces of a mark stand, in a word or two. */
export const pieceLabels: { readonly [state in ShownPiece['state']]: string } = {
  exact: 'in its place', moved: 'moved', changed: 'words changed', ambiguous: 'in several places', lost: 'lost', gone: 'gone from the text',
};

const closedSets: { readonly [field: string]: { readonly [value: string]: string } } = {
  type: typeLabels, kind: kindLabels, form: formLabels, stance: stanceLabels, role: roleLabels,
};

/** One of a closed set in words; as it is spelled when nobody here knows it. */
export function choiceLabel(field: string, value: string): string {
  const labels = closedSets[parseEvidenceField(field)?.property ?? field];
  return labels && Object.hasOwn(labels, value) ? labels[value]! : value;
}
