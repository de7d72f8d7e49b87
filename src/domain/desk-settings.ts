import type { Json } from './json.ts';
import { valueOf, type FieldRecord } from './record.ts';

/**
 * Id of the record that holds what a desk has settled for all its articles. It is kept, synchronised and merged as sources are,
 * among the records that all articles share (`Desk.sources`), and is no source: no list shows it, no article's file holds it.
 */
export const settingsId = 'urn:claim-annotator:settings';

/** One setting of the desk; undefined when it was never set. Groups of settings share a prefix: `scale/<id>`, `lint/<id>`. */
export function settingOf(shared: ReadonlyMap<string, FieldRecord>, field: string): Json | undefined {
  return valueOf(shared.get(settingsId), field) ?? undefined;
}

const groups = new WeakMap<FieldRecord, Map<string, ReadonlyMap<string, Json>>>();

/** The settings of a group by what comes after the prefix; the same map for the same settings. */
export function settingsIn(shared: ReadonlyMap<string, FieldRecord>, prefix: string): ReadonlyMap<string, Json> {
  const record = shared.get(settingsId);
  if (!record) return none;
  let known = groups.get(record);
  if (!known) groups.set(record, (known = new Map()));
  let group = known.get(prefix);
  if (!group) {
    const found = new Map<string, Json>();
    for (const field of Object.keys(record.fields)) {
      const value = field.startsWith(prefix) ? (valueOf(record, field) ?? null) : null;
      if (value !== null) found.set(field.slice(prefix.length), value);
    }
    known.set(prefix, (group = found));
  }
  return group;
}

const none: ReadonlyMap<string, Json> = new Map();
