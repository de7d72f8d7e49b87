import type { Rating, RatingColour, RatingIcon, RatingLine, RatingScale, RatingWords } from './rating-scale.ts';

/**
 * Scales that are known in public, for desks that rate as one of them does: the labels and their order are theirs, the meanings
 * are said in our words. What each desk means exactly stands at its `url`. Scales whose labels no public page settles are left out.
 */
export const publicScales: readonly RatingScale[] = [
  {
    ...ofOthers('politifact', 'Truth-O-Meter', 'PolitiFact', 'https://www.politifact.com/article/2018/feb/12/principles-truth-o-meter-politifacts-methodology-i/'),
    description: 'Six steps, from what was known when the statement was made.',
    ratings: ordered([
      ['true', 'True', 'Accurate, with nothing of weight left out.', 'green', 'solid', 'check'],
      ['mostly-true', 'Mostly True', 'Accurate, but it needs a clarification or a further detail.', 'lime', 'solid', 'check-half'],
      ['half-true', 'Half True', 'Accurate in part; details that matter are left out or torn from their context.', 'amber', 'dashed', 'half'],
      ['mostly-false', 'Mostly False', 'Something in it is true, but facts that would give another impression are passed over.', 'orange', 'dashed', 'cross-half'],
      ['false', 'False', 'Not accurate.', 'red', 'wavy', 'cross'],
      ['pants-on-fire', 'Pants on Fire', 'Not accurate, and absurd on top of it.', 'red', 'double', 'alert'],
    ], { numbered: true }),
  },
  {
    ...ofOthers('pinocchios', 'Pinocchio test', 'The Washington Post’s Fact Checker', 'https://www.washingtonpost.com/politics/2019/01/07/about-fact-checker/'),
    description: 'The more Pinocchios, the less of it holds; no half steps. Two awards stand beside the order.',
    ratings: [
      ...ordered([
        ['geppetto', 'Geppetto Checkmark', 'The truth and nothing but the truth.', 'green', 'solid', 'check'],
        ['one', 'One Pinocchio', 'Facts are shaded or picked; mostly true.', 'lime', 'solid', 'check-half'],
        ['two', 'Two Pinocchios', 'Weighty omissions or exaggerations; about half true.', 'amber', 'dashed', 'half'],
        ['three', 'Three Pinocchios', 'A grave error or contradiction; mostly false.', 'orange', 'dashed', 'cross-half'],
        ['four', 'Four Pinocchios', 'False outright.', 'red', 'wavy', 'cross'],
      ]),
      beside('bottomless', 'Bottomless Pinocchio', 'A claim rated with three or four that is repeated again and again, twenty times at least.', 'red', 'double', 'alert'),
      beside('upside-down', 'Upside-Down Pinocchio', 'A change of position that is not admitted. Says nothing about truth.', 'purple', 'dotted', 'question'),
    ],
  },
  {
    ...ofOthers('snopes', 'Snopes', 'Snopes', 'https://www.snopes.com/fact-check-ratings/'),
    description: 'Rates the wording of the claim as the check states it. Many labels say what a thing is, not how true it is.',
    ratings: [
      ...ordered([
        ['true', 'True', 'The main points can be shown to be so.', 'green', 'solid', 'check'],
        ['mostly-true', 'Mostly True', 'The main points can be shown; some of the details beside them cannot.', 'lime', 'solid', 'check-half'],
        ['mixture', 'Mixture', 'True and false parts of such weight that no other label would be fair.', 'amber', 'dashed', 'half'],
        ['mostly-false', 'Mostly False', 'The main points can be shown to be wrong, though some details hold.', 'orange', 'dashed', 'cross-half'],
        ['false', 'False', 'The main points can be shown to be wrong.', 'red', 'wavy', 'cross'],
      ]),
      beside('research-in-progress', 'Research in Progress', 'The check is under way.', 'blue', 'dotted', 'pencil'),
      { ...beside('unproven', 'Unproven', 'Not enough evidence either way.', 'grey', 'dotted', 'question'), retired: true },
      beside('unfounded', 'Unfounded', 'No evidence for it has been found.', 'grey', 'dashed', 'question'),
      beside('outdated', 'Outdated', 'It was so once, or it was settled since.', 'grey', 'solid', 'dash'),
      beside('miscaptioned', 'Miscaptioned', 'A real picture or film with a wrong account of what it shows.', 'orange', 'double', 'scissors'),
      beside('correct-attribution', 'Correct Attribution', 'Said or written by the person named.', 'green', 'double', 'check'),
      beside('misattributed', 'Misattributed', 'Said or written by somebody else than the person named.', 'red', 'double', 'person-off'),
      beside('originated-as-satire', 'Originated as Satire', 'Began as satire that was not everywhere marked as such.', 'purple', 'dashed', 'pencil'),
      beside('labeled-satire', 'Labeled Satire', 'Satire, and marked as such where it began.', 'purple', 'solid', 'pencil'),
      beside('scam', 'Scam', 'An offer or message that is meant to cheat whoever believes it.', 'red', 'dashed', 'alert'),
      beside('legend', 'Legend', 'Told in so general or so changing a form that it cannot be proved or disproved.', 'grey', 'double', 'half'),
      beside('fake', 'Fake', 'The picture, film or document itself was made up or changed.', 'red', 'solid', 'scissors'),
      beside('recall', 'Recall', 'A product that was called back by its maker or an authority.', 'blue', 'solid', 'alert'),
    ],
  },
  {
    ...ofOthers('africa-check', 'Africa Check', 'Africa Check', 'https://africacheck.org/how-we-fact-check/how-we-rate-claims'),
    description: 'By the best evidence that is public at the time; decided by three people.',
    ratings: [
      ...ordered([
        ['correct', 'Correct', 'Accurate, with nothing of weight left out.', 'green', 'solid', 'check'],
        ['mostly-correct', 'Mostly correct', 'True in part, but not quite accurate or in need of clarification.', 'lime', 'solid', 'check-half'],
      ], { above: 1 }),
      beside('unproven', 'Unproven', 'What is public neither proves nor disproves it.', 'grey', 'dotted', 'question'),
      beside('misleading', 'Misleading', 'Parts are accurate, but put so that they mislead.', 'amber', 'dashed', 'alert'),
      beside('exaggerated', 'Exaggerated', 'More than the facts give.', 'orange', 'dashed', 'half'),
      beside('understated', 'Understated', 'Less than the facts give.', 'orange', 'dotted', 'half'),
      { ...beside('incorrect', 'Incorrect', 'Not accurate.', 'red', 'wavy', 'cross'), order: 1 },
      beside('checked', 'Checked', 'Several claims were checked together.', 'blue', 'solid', 'dash'),
    ],
  },
  {
    ...ofOthers('correctiv-2024', 'CORRECTIV.Faktencheck', 'CORRECTIV', 'https://correctiv.org/faktencheck/'),
    description: 'As of October 2024. Labels in German; the English words are ours.',
    language: 'de',
    ratings: [
      ...ordered([
        ['richtig', 'Richtig', 'Die Behauptung stimmt.', 'green', 'solid', 'check', inEnglish('Correct', 'The claim holds.')],
        ['groesstenteils-richtig', 'Größtenteils richtig', 'Im Kern stimmt es, Einzelheiten nicht.', 'lime', 'solid', 'check-half', inEnglish('Mostly correct', 'The core holds, details do not.')],
        ['teilweise-falsch', 'Teilweise falsch', 'Ein Teil stimmt, ein anderer nicht.', 'amber', 'dashed', 'half', inEnglish('Partly false', 'Part of it holds, another part does not.')],
        ['groesstenteils-falsch', 'Größtenteils falsch', 'Der Kern stimmt nicht, auch wenn Einzelnes richtig ist.', 'orange', 'dashed', 'cross-half', inEnglish('Mostly false', 'The core is wrong, though details hold.')],
        ['falsch', 'Falsch', 'Die Behauptung stimmt nicht.', 'red', 'wavy', 'cross', inEnglish('False', 'The claim is wrong.')],
      ]),
      beside('unbelegt', 'Unbelegt', 'Es gibt keine Belege dafür und keine dagegen.', 'grey', 'dotted', 'question', inEnglish('Unproven', 'No evidence for it and none against it.')),
      beside('fehlender-kontext', 'Fehlender Kontext', 'Ohne das, was fehlt, entsteht ein falscher Eindruck; auch bei Zitaten.', 'purple', 'dashed', 'alert', inEnglish('Missing context', 'What is left out gives a wrong impression; of quotes as well.')),
      beside('manipuliert', 'Manipuliert', 'Bild, Ton oder Wortlaut wurden verändert.', 'red', 'double', 'scissors', inEnglish('Manipulated', 'Picture, sound or wording was changed.')),
    ],
  },
  {
    ...ofOthers('meta-partners', 'Meta’s fact-checking partners', 'Partners of Meta’s programme', 'https://www.facebook.com/business/help/341102040382165'),
    description: 'As of 2021. An invented quote counts as False.',
    ratings: [
      ...ordered([
        ['true', 'True', 'Contains nothing that is inaccurate or misleading.', 'green', 'solid', 'check'],
        ['missing-context', 'Missing Context', 'Likely to mislead without something that was left out.', 'amber', 'dotted', 'alert'],
        ['partly-false', 'Partly False', 'Has factual errors in it.', 'orange', 'dashed', 'half'],
        ['altered', 'Altered', 'A picture, film or sound that was changed so that it misleads.', 'red', 'dashed', 'scissors'],
        ['false', 'False', 'Has no basis in fact.', 'red', 'wavy', 'cross'],
      ]),
      beside('satire', 'Satire', 'Irony or exaggeration that could be taken at its word.', 'purple', 'solid', 'pencil'),
    ],
  },
  {
    ...ofOthers('factcheck-lk', 'FactCheck.lk', 'FactCheck.lk, Verité Research', 'https://factcheck.lk/about-us/our-ratings/'),
    description: 'Four steps, one label for what cannot be decided, and one for checks that were withdrawn.',
    ratings: [
      ...ordered([
        ['true', 'True', 'Accurate, undistorted and complete.', 'green', 'solid', 'check'],
        ['partly-true', 'Partly True', 'Accurate for the most part, but something is distorted or missing.', 'amber', 'dashed', 'half'],
        ['false', 'False', 'Inaccurate in substance.', 'red', 'wavy', 'cross'],
        ['blatantly-false', 'Blatantly False', 'False, and blown up out of all proportion.', 'red', 'double', 'alert'],
      ]),
      beside('verify', 'Verify', 'What would decide it cannot be had, or does not decide it.', 'grey', 'dotted', 'question'),
      beside('void', 'Void', 'A check of one’s own in which an error came to light.', 'purple', 'dotted', 'dash'),
    ],
  },
  {
    ...ofOthers('aletheia', 'Aletheia', 'AletheiaFact', 'https://github.com/AletheiaFact/aletheia'),
    description: 'The classes of a program for checking by many; no order among those between true and false.',
    ratings: [
      ...ordered([['true', 'True', 'It holds.', 'green', 'solid', 'check']], { above: 1 }),
      beside('true-but', 'True, but', 'It holds, but something must be added.', 'lime', 'solid', 'check-half'),
      beside('arguable', 'Arguable', 'Depends on how it is read or measured.', 'amber', 'dashed', 'half'),
      beside('exaggerated', 'Exaggerated', 'More than the facts give.', 'orange', 'dashed', 'cross-half'),
      beside('misleading', 'Misleading', 'Put so that it leads to a wrong conclusion.', 'orange', 'double', 'alert'),
      { ...beside('false', 'False', 'It does not hold.', 'red', 'wavy', 'cross'), order: 1 },
      beside('unsustainable', 'Unsustainable', 'Nothing can be found that bears it out.', 'purple', 'dotted', 'cross-half'),
      beside('unverifiable', 'Unverifiable', 'Cannot be checked with what can be had.', 'grey', 'dotted', 'question'),
      beside('not-fact', 'Not fact', 'An opinion or a wish, no statement of fact.', 'grey', 'solid', 'dash'),
    ],
  },
  {
    ...ofOthers('media-review', 'MediaReview', 'Checkers of pictures and films', 'https://schema.org/MediaManipulationRatingEnumeration'),
    description: 'For pictures, films and sound. Several may hold at once: give the weightiest and name the others in the explanation.',
    ratings: [
      beside('original', 'Original', 'Shown as it was taken, with a true account of it.', 'green', 'solid', 'check'),
      beside('missing-context', 'Missing Context', 'Unchanged, but put beside words, a place or a time that mislead.', 'amber', 'dotted', 'alert'),
      beside('edited', 'Edited', 'Cut, shortened or put together so that it misleads.', 'orange', 'dashed', 'scissors'),
      beside('transformed', 'Transformed', 'What is seen or heard was itself changed.', 'red', 'wavy', 'pencil'),
      beside('staged', 'Staged', 'Played for the camera and passed off as real.', 'red', 'double', 'person-off'),
      beside('satire', 'Satire', 'Made as satire or parody.', 'purple', 'solid', 'half'),
    ],
  },
];

type Row = readonly [id: string, label: string, meaning: string, colour: RatingColour, line: RatingLine, icon: RatingIcon, translations?: Translations];
type Translations = { readonly [language: string]: RatingWords };

function ofOthers(id: string, name: string, usedBy: string, url: string): Pick<RatingScale, 'id' | 'version' | 'name' | 'usedBy' | 'url' | 'language' | 'appliesTo'> {
  return { id, version: 1, name, usedBy, url, language: 'en', appliesTo: ['claim'] };
}

/**
 * Labels from best to worst.
 *
 * @param numbered whether they are published with numbers, the worst being 1
 * @param above how many labels that stand elsewhere in the list are worse than these
 */
function ordered(rows: readonly Row[], { numbered = false, above = 0 } = {}): readonly Rating[] {
  return rows.map(([id, label, meaning, colour, line, icon, translations], index) => {
    const order = rows.length - index + above;
    return { ...beside(id, label, meaning, colour, line, icon, translations), order, ...(numbered && { value: order }) };
  });
}

/** A label outside the order. */
function beside(...[id, label, meaning, colour, line, icon, translations]: Row): Rating {
  return { id, label, meaning, order: null, colour, line, icon, ...(translations && { translations }) };
}

function inEnglish(label: string, meaning: string): Translations {
  return { en: { label, meaning } };
}
