import type { Edit } from '../domain/change.ts';
import { hashText } from '../domain/article-version.ts';
import { sameJson, type Json } from '../domain/json.ts';
import type { Operation, Step } from '../domain/operation.ts';
import { headsOf, isDisputed, type FieldRecord, type Head } from '../domain/record.ts';

/** A field that a file wants to have another value than it has. */
export interface Statement {
  readonly field: string;
  readonly value: Json;
  /** The disputed values, when the file says that there are several; the first one is `value`. */
  readonly heads?: readonly Head[];
}

/** Who made a record and who changed it last, as far as a file says it. */
export interface Authorship {
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly modifiedAt: string | null;
  readonly modifiedBy: string | null;
}

/** Who and when. */
interface Moment {
  readonly at: string;
  readonly by: string;
}

/** What a file says about one record that does not stand there already. */
export interface Account {
  /** Neither: the article. */
  readonly annotation?: string;
  readonly source?: string;
  /** The record as it is; undefined when it does not exist yet. */
  readonly record: FieldRecord | undefined;
  readonly authorship: Authorship;
  readonly statements: readonly Statement[];
}

/** Accounts as edits: whoever makes them becomes the author, and nothing is disputed. */
export function editsOf(accounts: readonly Account[]): readonly Edit[] {
  return accounts.flatMap(({ annotation, source, record, statements }) =>
    statements
      .filter(({ field, value }) => !stands(record, field, value))
      .map(({ field, value }) => ({ ...(annotation !== undefined && { annotation }), ...(source !== undefined && { source }), field, value })),
  );
}

function stands(record: FieldRecord | undefined, field: string, value: Json): boolean {
  const heads = headsOf(record, field);
  return heads.length > 0 && !isDisputed(heads) && sameJson(heads[0]!.value, value);
}

/**
 * Accounts as one step whose operations keep the times and names that the file gives, so that nobody else becomes
 * the author. Null when there is nothing to do.
 *
 * Ids come from what is said: reading the same file twice, or in two tabs, gives the same operations, and taking them
 * in twice changes nothing.
 *
 * @param now for what the file does not date
 */
export function stepOf(article: string, accounts: readonly Account[], now: Moment): Step | null {
  const operations = accounts.flatMap(account => operationsOf(article, account, now));
  if (operations.length === 0) return null;
  const at = operations.reduce((latest, operation) => (operation.at > latest ? operation.at : latest), '');
  return { id: idFrom(operations.map(operation => operation.id)), article, name: 'import', at, by: now.by, undoes: null, operations };
}

function operationsOf(article: string, account: Account, now: Moment): Operation[] {
  const { record, statements } = account;
  const operations: Operation[] = [];
  const add = (field: string, value: Json, base: readonly string[], moment: Moment, id?: string): readonly string[] => {
    const content: Omit<Operation, 'id'> = {
      article: account.source === undefined ? article : null,
      annotation: account.annotation ?? null,
      ...(account.source !== undefined && { source: account.source }),
      field, value, base, ...moment,
    };
    operations.push({ id: id ?? idFrom(content), ...content });
    return [operations.at(-1)!.id];
  };

  const { due, latest } = momentsOf(account, now);
  const plain = statements.filter(({ heads }) => !heads).length;
  // Fewer values than moments: the first field had its value from the beginning.
  const early = due.splice(0, Math.max(0, due.length - plain));
  for (const { field, value, heads } of statements) {
    let base: readonly string[] = headsOf(record, field).map(head => head.operation);
    for (const moment of early.splice(0)) base = add(field, value, base, moment);
    if (heads) {
      const others = base.filter(id => !heads.some(head => head.operation === id));
      for (const head of heads) {
        if (!base.includes(head.operation)) add(field, head.value, others, { at: head.at, by: head.by }, head.operation);
      }
    } else {
      add(field, value, base, due.shift() ?? latest);
    }
  }
  return operations;
}

/** The moments that operations have to be given, for the record to be as old and as new as the file says; and the last of them. */
function momentsOf({ record, authorship, statements }: Account, now: Moment): { due: Moment[]; latest: Moment } {
  const { createdAt, createdBy, modifiedAt, modifiedBy } = authorship;
  let latest: Moment = { at: modifiedAt ?? createdAt ?? now.at, by: modifiedBy ?? createdBy ?? now.by };
  // What stands is as new as the file says, so somebody changed the file without changing its times.
  if (record && latest.at <= record.modifiedAt) latest = { at: now.at > record.modifiedAt ? now.at : record.modifiedAt, by: now.by };
  const due = [latest];
  if (createdAt !== null && createdAt <= latest.at && (!record || createdAt < record.createdAt)) due.unshift({ at: createdAt, by: createdBy ?? latest.by });
  const given = statements.flatMap(({ heads }) => heads ?? []);
  return { due: due.filter(moment => !given.some(({ at, by }) => at === moment.at && by === moment.by)), latest };
}

/** A `urn:uuid:` id (version 8) made from a value: the same for the same. */
export function idFrom(value: unknown): string {
  const hash = hashText(JSON.stringify(value));
  const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
