import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { languagesOf, ratingColours, ratingIcons, ratingLines, type Rating, type RatingScale, type RatingWords, type ScaleSubject } from './rating-scale.ts';

/** A label while it is being written. */
export interface LabelDraft extends Omit<Rating, 'order' | 'value'> {
  /** Whether it has a place in the order from best to worst, which is its place in the list. */
  readonly inOrder: boolean;
  /** What was written as its number. */
  readonly number: string;
}

/** A scale while it is being written: nothing of it need be right yet. */
export interface ScaleDraft extends Omit<RatingScale, 'version' | 'ratings'> {
  readonly labels: readonly LabelDraft[];
}

/** A scale as a draft: labels in the order come first, the best on top. */
export function draftOf({ version: _, ratings, ...scale }: RatingScale): ScaleDraft {
  const place = (rating: Rating): number => rating.order ?? -1;
  const sorted = ratings.map((rating, index) => ({ rating, index })).sort((a, b) => place(b.rating) - place(a.rating) || a.index - b.index);
  return {
    ...scale,
    labels: sorted.map(({ rating: { order, value, ...rating } }) => ({ ...rating, inOrder: order !== null, number: value === undefined ? '' : String(value) })),
  };
}

/** A draft with two labels, to begin with. */
export function newDraft(id: string, labelIds: readonly [string, string]): ScaleDraft {
  const empty: ScaleDraft = { id, name: '', description: '', language: 'en', appliesTo: ['claim'], labels: [] };
  return addLabel(addLabel(empty, labelIds[0]), labelIds[1]);
}

/** A draft of a scale of one's own that begins as another one is. */
export function copyDraft(scale: RatingScale, id: string): ScaleDraft {
  const { usedBy: _, url: __, ...draft } = draftOf(scale);
  return { ...draft, id, name: `${scale.name} (copy)` };
}

/**
 * A draft as a scale, right or wrong: see `findScaleProblems`. The labels in the order get their places from the list; a number
 * that is none stays the text that it is.
 */
export function scaleOf({ labels, ...draft }: ScaleDraft, version: number): Json {
  let place = labels.filter(({ inOrder }) => inOrder).length;
  const ratings = labels.map(({ inOrder, number, retired, translations, ...label }) => {
    const value = number.trim().replace(',', '.');
    const words = Object.entries(translations ?? {}).filter(([, { label: own, meaning }]) => own.trim() !== '' || meaning.trim() !== '');
    return {
      ...label,
      label: label.label.trim(),
      meaning: label.meaning.trim(),
      order: inOrder ? place-- : null,
      ...(value !== '' && { value: Number.isFinite(Number(value)) ? Number(value) : value }),
      ...(retired === true && { retired }),
      ...(words.length > 0 && { translations: Object.fromEntries(words) }),
    };
  });
  const scale = { ...draft, name: draft.name.trim(), description: draft.description.trim(), language: draft.language.trim(), version, ratings };
  // A draft is JSON by shape; its interfaces lack the index signature that `Json` asks for.
  return scale as unknown as JsonObject;
}

/** A scale without its version, to tell whether another one says the same. */
export function withoutVersion(scale: Json): Json {
  if (!isJsonObject(scale)) return scale;
  const { version: _, ...rest } = scale;
  return rest;
}

/** A draft with one label more, in a look that no other has. */
export function addLabel(draft: ScaleDraft, id: string): ScaleDraft {
  const looks = ratingIcons.flatMap(icon => ratingLines.map(line => ({ icon, line })));
  const used = ({ icon, line }: Pick<LabelDraft, 'icon' | 'line'>): boolean => draft.labels.some(label => label.icon === icon && label.line === line);
  const look = looks.find(({ icon, line }) => !used({ icon, line }) && !draft.labels.some(label => label.icon === icon)) ?? looks.find(look => !used(look)) ?? looks[0]!;
  const colour = ratingColours.find(name => !draft.labels.some(label => label.colour === name)) ?? 'grey';
  const label: LabelDraft = { id, label: '', meaning: '', inOrder: true, number: '', colour, ...look };
  return { ...draft, labels: [...draft.labels, label] };
}

/** A draft with something of one label changed. */
export function setLabel(draft: ScaleDraft, id: string, part: Partial<LabelDraft>): ScaleDraft {
  return { ...draft, labels: draft.labels.map(label => (label.id === id ? { ...label, ...part } : label)) };
}

/** A draft with the words of one label in a further language changed. */
export function setWords(draft: ScaleDraft, id: string, language: string, part: Partial<RatingWords>): ScaleDraft {
  const label = draft.labels.find(label => label.id === id);
  const words = label?.translations?.[language] ?? { label: '', meaning: '' };
  return setLabel(draft, id, { translations: { ...label?.translations, [language]: { ...words, ...part } } });
}

/** A draft without one of its labels. */
export function removeLabel(draft: ScaleDraft, id: string): ScaleDraft {
  return { ...draft, labels: draft.labels.filter(label => label.id !== id) };
}

/** A draft with a label in another place of the list, counted from 0; the nearest there is. The same draft when it is there already. */
export function moveLabel(draft: ScaleDraft, id: string, to: number): ScaleDraft {
  const from = draft.labels.findIndex(label => label.id === id);
  const place = Math.max(0, Math.min(draft.labels.length - 1, to));
  if (from < 0 || place === from) return draft;
  const labels = draft.labels.filter((_, index) => index !== from);
  labels.splice(place, 0, draft.labels[from]!);
  return { ...draft, labels };
}

/** A draft that is for something, or no longer. */
export function setSubject(draft: ScaleDraft, subject: ScaleSubject, applies: boolean): ScaleDraft {
  const rest = draft.appliesTo.filter(other => other !== subject);
  return { ...draft, appliesTo: applies ? [...rest, subject].sort() : rest };
}

/** The languages that a draft has words in besides its own. */
export function furtherLanguages(draft: ScaleDraft): readonly string[] {
  return languagesOf({ ...draft, version: 1, ratings: draft.labels.map(label => ({ ...label, order: null })) }).slice(1);
}
