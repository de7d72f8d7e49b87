import { readCalculation, type Calculation } from './calculation.ts';
import { valueOf, type FieldRecord } from './record.ts';
import type { Json } from './json.ts';

/** What a source says about a claim. */
export const stances = ['supports', 'refutes', 'context', 'nothing-found'] as const;
export type Stance = (typeof stances)[number];

/** Whether the source is an original record of the fact or reports another's, for this use of it. */
export const sourceRoles = ['primary', 'secondary'] as const;
export type SourceRole = (typeof sourceRoles)[number];

/** One source used for one annotation. */
export interface Evidence {
  readonly id: string;
  /** Id of the source; null while none is chosen. */
  readonly source: string | null;
  /** The words of the source that matter. */
  readonly excerpt: string;
  /** Where in the source: page, table, time code. */
  readonly locator: string;
  readonly stance: Stance;
  readonly role: SourceRole;
  /** What this evidence shows, in the checker's words. */
  readonly note: string;
  /** Name of the sources that depend on one another, such as the agency they all print; they count once. Empty: its own. */
  readonly group: string;
  /** How it was looked for: places, search terms, people asked. */
  readonly method: string;
  /** When it was looked for; ISO 8601 date or empty. */
  readonly searched: string;
  readonly calculation: Calculation | null;
  /** Place in the annotation's list; equal places are ordered by id. */
  readonly order: number;
  /** Fields this version of the program does not know; kept as they came. */
  readonly extra: { readonly [field: string]: Json };
}

/** Name of the annotation's field that holds one property of a piece of evidence. */
export function evidenceField(id: string, property: string): string {
  return `evidence/${id}/${property}`;
}

/** The parts of a field name made by `evidenceField`; null for any other field. */
export function parseEvidenceField(field: string): { id: string; property: string } | null {
  const match = /^evidence\/([^/]+)\/(.+)$/s.exec(field);
  return match ? { id: match[1]!, property: match[2]! } : null;
}

const known = new Set(['source', 'excerpt', 'locator', 'stance', 'role', 'note', 'group', 'method', 'searched', 'calculation', 'order', 'removed']);

/** The evidence of an annotation, in its order, without what was removed. */
export function readEvidence(record: FieldRecord): readonly Evidence[] {
  const pieces = new Map<string, { [property: string]: Json }>();
  for (const field in record.fields) {
    const parsed = parseEvidenceField(field);
    if (!parsed) continue;
    let piece = pieces.get(parsed.id);
    if (!piece) pieces.set(parsed.id, (piece = Object.create(null) as { [property: string]: Json }));
    piece[parsed.property] = valueOf(record, field)!;
  }
  const evidence: Evidence[] = [];
  for (const [id, piece] of pieces) {
    // Null everywhere: its creation was undone.
    if (piece['removed'] === true || Object.values(piece).every(value => value === null)) continue;
    const text = (property: string): string => (typeof piece[property] === 'string' ? piece[property] : '');
    evidence.push({
      id,
      source: text('source') || null,
      excerpt: text('excerpt'),
      locator: text('locator'),
      stance: stances.find(stance => stance === piece['stance']) ?? 'supports',
      role: sourceRoles.find(role => role === piece['role']) ?? 'secondary',
      note: text('note'),
      group: text('group'),
      method: text('method'),
      searched: text('searched'),
      calculation: readCalculation(piece['calculation']),
      order: typeof piece['order'] === 'number' ? piece['order'] : 0,
      extra: Object.fromEntries(Object.entries(piece).filter(([property, value]) => !known.has(property) && value !== null)),
    });
  }
  return evidence.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
