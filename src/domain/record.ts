import { sameJson, type Json } from './json.ts';
import type { Operation } from './operation.ts';

/** A value that stands in a field: the part of its operation that is needed to show it and to build on it. */
export interface Head {
  readonly operation: string;
  readonly value: Json;
  readonly at: string;
  readonly by: string;
}

/**
 * The folded operations of one article, annotation or source. Each field holds the heads: the operations that no
 * later one has in its `base`. One head is the rule; several with different values are a dispute.
 */
export interface FieldRecord {
  readonly id: string;
  /** The article it belongs to; null for a source. */
  readonly article: string | null;
  readonly fields: { readonly [field: string]: readonly Head[] };
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

/** A field whose authors had not seen each other's value. The first value is the one shown until somebody decides. */
export interface Dispute {
  readonly field: string;
  readonly values: readonly Head[];
}

/** Newest first; the id decides between equal times, so that every machine shows the same one. */
function newestFirst(a: Head, b: Head): number {
  return a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.operation < b.operation ? 1 : -1;
}

/**
 * The record with one more operation. Operations must come in causal order (each after those in its `base`); any two
 * such orders give the same record. An operation that is already a head changes nothing.
 */
export function applyToRecord(record: FieldRecord | undefined, id: string, operation: Operation): FieldRecord {
  const { field, value, at, by } = operation;
  const before = record && Object.hasOwn(record.fields, field) ? record.fields[field]! : [];
  if (record && before.some(head => head.operation === operation.id)) return record;
  const heads = before.filter(head => !operation.base.includes(head.operation));
  heads.push({ operation: operation.id, value, at, by });
  if (heads.length > 1) heads.sort(newestFirst);
  const earliest = !record || at < record.createdAt || (at === record.createdAt && by < record.createdBy);
  const latest = !record || at > record.modifiedAt || (at === record.modifiedAt && by > record.modifiedBy);
  return {
    id,
    article: operation.source === undefined ? operation.article : null,
    fields: { ...record?.fields, [field]: heads },
    createdAt: earliest ? at : record.createdAt,
    createdBy: earliest ? by : record.createdBy,
    modifiedAt: latest ? at : record.modifiedAt,
    modifiedBy: latest ? by : record.modifiedBy,
  };
}

/** The heads of a field; empty when it was never set. */
export function headsOf(record: FieldRecord | undefined, field: string): readonly Head[] {
  return record && Object.hasOwn(record.fields, field) ? record.fields[field]! : [];
}

/** The value shown for a field; undefined when it was never set. */
export function valueOf(record: FieldRecord | undefined, field: string): Json | undefined {
  return headsOf(record, field)[0]?.value;
}

/** True when authors who had not seen each other gave the field different values. */
export function isDisputed(heads: readonly Head[]): boolean {
  return heads.length > 1 && heads.some(head => !sameJson(head.value, heads[0]!.value));
}

/** All fields in dispute, by name. */
export function disputesOf(record: FieldRecord): readonly Dispute[] {
  const disputes: Dispute[] = [];
  for (const field in record.fields) {
    const values = record.fields[field]!;
    if (isDisputed(values)) disputes.push({ field, values });
  }
  return disputes.sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** The fields that `isKnown` does not know, with their values; fields without a value are left out. */
export function extraFields(record: FieldRecord, isKnown: (field: string) => boolean): { readonly [field: string]: Json } {
  const extra = Object.create(null) as { [field: string]: Json };
  for (const field in record.fields) {
    const value = valueOf(record, field);
    if (!isKnown(field) && value !== undefined && value !== null) extra[field] = value;
  }
  return extra;
}

/** The value of a field that holds text; empty when it was never set or holds something else. */
export function textOf(record: FieldRecord, field: string): string {
  const value = valueOf(record, field);
  return typeof value === 'string' ? value : '';
}
