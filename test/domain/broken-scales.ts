/** Loose, as it is there to be broken. */
export type LooseScale = ReturnType<typeof JSON.parse>;

/** A sound scale, made anew each time so that it can be broken. */
export function soundScale(): LooseScale {
  return {
    id: 'house',
    version: 2,
    name: 'House',
    description: 'Ours.',
    language: 'en',
    appliesTo: ['claim'],
    ratings: [
      { id: 'right', label: 'Right', meaning: 'It holds.', order: 2, value: 3, colour: 'green', line: 'solid', icon: 'check', translations: { de: { label: 'Richtig', meaning: '' } } },
      { id: 'wrong', label: 'Wrong', meaning: 'It does not.', order: 1, value: 1, colour: 'red', line: 'wavy', icon: 'cross' },
      { id: 'open', label: 'Open', meaning: '', order: null, colour: 'grey', line: 'dotted', icon: 'question' },
    ],
  };
}

/** A scale that cannot be used. */
export interface BrokenScale {
  readonly name: string;
  readonly scale: LooseScale;
  /** Where the first problem is, as a file's message says it. */
  readonly at: string;
  readonly message: RegExp;
  /** Whether the published schema refuses it as well. */
  readonly inSchema: boolean;
}

function broken(name: string, at: string, message: RegExp, change: (scale: LooseScale) => void, inSchema = true): BrokenScale {
  const scale = soundScale();
  change(scale);
  return { name, scale, at, message, inSchema };
}

/** What people, disks and programs do to a scale, with the message that each gets. */
export const brokenScales: readonly BrokenScale[] = [
  broken('no id', 'id', /needs an id/, scale => delete scale.id),
  broken('an id with a blank', 'id', /without blanks/, scale => void (scale.id = 'my house')),
  broken('an id with a slash', 'id', /without blanks or "\/"/, scale => void (scale.id = 'a/b')),
  broken('version 0', 'version', /whole number from 1/, scale => void (scale.version = 0)),
  broken('half a version', 'version', /whole number from 1/, scale => void (scale.version = 1.5)),
  broken('a version as text', 'version', /whole number from 1/, scale => void (scale.version = '1')),
  broken('no name', 'name', /needs a name/, scale => void (scale.name = '  ')),
  broken('a name that is too long', 'name', /at most 80 characters, but has 81/, scale => void (scale.name = 'x'.repeat(81))),
  broken('no description', 'description', /needs a description/, scale => delete scale.description),
  broken('no language', 'language', /needs the language/, scale => void (scale.language = '')),
  broken('a language that is none', 'language', /such as en/, scale => void (scale.language = 'English please')),
  broken('nothing to rate', 'appliesTo', /claims, quotes or both/, scale => void (scale.appliesTo = [])),
  broken('something else to rate', 'appliesTo', /claims, quotes or both/, scale => void (scale.appliesTo = ['photo'])),
  broken('an address that is none', 'url', /https:\/\//, scale => void (scale.url = 'javascript:alert(1)')),
  broken('a user that is no text', 'usedBy', /needs the name/, scale => void (scale.usedBy = 7)),
  broken('no labels', 'ratings', /needs a list/, scale => delete scale.ratings),
  broken('labels that are no list', 'ratings', /needs a list/, scale => void (scale.ratings = {})),
  broken('a label that is text', 'ratings[1]', /must be an object/, scale => void (scale.ratings[1] = 'Wrong')),
  broken('one label only', 'ratings', /at least two/, scale => void (scale.ratings = [scale.ratings[2]]), false),
  broken('one label that can be given', 'ratings', /at least two labels that can be given/, scale => void (scale.ratings[1].retired = scale.ratings[2].retired = true), false),
  broken('too many labels', 'ratings', /more than 40/, scale => void (scale.ratings = Array.from({ length: 41 }, () => scale.ratings[0]))),
  broken('a label without an id', 'ratings[0].id', /needs an id/, scale => delete scale.ratings[0].id),
  broken('two labels with one id', 'ratings[1].id', /same id/, scale => void (scale.ratings[1].id = 'right'), false),
  broken('a label without a name', 'ratings[0].label', /needs a label/, scale => void (scale.ratings[0].label = '')),
  broken('a label that is too long', 'ratings[0].label', /at most 60 characters/, scale => void (scale.ratings[0].label = 'x'.repeat(61))),
  broken('two labels with one name', 'ratings[1].label', /another label/, scale => void (scale.ratings[1].label = ' RIGHT '), false),
  broken('a label without a meaning', 'ratings[0].meaning', /needs a meaning/, scale => delete scale.ratings[0].meaning),
  broken('a label without a place or null', 'ratings[0].order', /place in the order/, scale => delete scale.ratings[0].order),
  broken('a place of 0', 'ratings[1].order', /place in the order/, scale => void (scale.ratings[1].order = 0)),
  broken('two labels in one place', 'ratings[1].order', /same place/, scale => void (scale.ratings[1].order = 2), false),
  broken('a worst number below 1', 'ratings[1].value', /must be 1 or more: ClaimReview/, scale => void (scale.ratings[1].value = 0)),
  broken('a number as text', 'ratings[0].value', /must be a number/, scale => void (scale.ratings[0].value = '3')),
  broken('a number outside the order', 'ratings[2].value', /outside the order/, scale => void (scale.ratings[2].value = 2), false),
  broken('a number missing', 'ratings[1].value', /needs a number too/, scale => delete scale.ratings[1].value, false),
  broken('the worst above the best', 'ratings[1].value', /must be less than 3, the number of “Right”/, scale => void (scale.ratings[1].value = 4), false),
  broken('the worst as high as the best', 'ratings[1].value', /must be less than 3/, scale => void (scale.ratings[1].value = 3), false),
  broken('the only number', 'ratings[0].value', /only number/, scale => { scale.ratings[1].order = null; delete scale.ratings[1].value; }, false),
  broken('a colour of its own', 'ratings[0].colour', /one of green, lime/, scale => void (scale.ratings[0].colour = '#0f0')),
  broken('no line', 'ratings[0].line', /one of solid/, scale => delete scale.ratings[0].line),
  broken('an icon of its own', 'ratings[0].icon', /one of check/, scale => void (scale.ratings[0].icon = 'smiley')),
  broken('two labels that only colour tells apart', 'ratings[1].icon', /without colour they would look the same/, scale => void Object.assign(scale.ratings[1], { line: 'solid', icon: 'check' }), false),
  broken('retired as a word', 'ratings[0].retired', /true or false/, scale => void (scale.ratings[0].retired = 'yes')),
  broken('translations as a list', 'ratings[0].translations', /must be an object/, scale => void (scale.ratings[0].translations = [])),
  broken('a translation into no language', 'ratings[0].translations["in German"]', /no language/, scale => void (scale.ratings[0].translations = { 'in German': { label: 'x', meaning: '' } })),
  broken('a translation that is text', 'ratings[0].translations.de', /must be an object/, scale => void (scale.ratings[0].translations = { de: 'Richtig' })),
  broken('a translation without a label', 'ratings[0].translations.de.label', /needs a label/, scale => void (scale.ratings[0].translations = { de: { label: '', meaning: '' } })),
];
