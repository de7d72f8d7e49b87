import type { QuoteCases } from './quote-case.ts';

export const FRENCH_CASES: QuoteCases = {
  name: 'entretien avec une vigneronne',
  language: 'fr',
  transcript: `
Journaliste : Combien avez-vous perdu avec le gel ?
Claire Aubrac : Euh, à peu près quatre-vingts pour cent de la récolte. C'est jamais arrivé en trente ans. J'ai pas dormi pendant une semaine, vous savez. Mais on va pas vendre le domaine à Delmas, ça non.
Journaliste : L'État vous aide ?
Claire Aubrac : Le préfet est venu, il a promis deux cent mille euros pour toute la vallée. Je pense que c'est insuffisant. Peut-être qu'on plantera autre chose, des amandiers. Personne ne nous a demandé notre avis, bon, mais on est encore là.
`,
  cases: [
    ["on va pas vendre le domaine à Delmas", 'verbatim'],
    ["On ne va pas vendre le domaine à Delmas.", 'cleaned-up', 'filler: ne |'],
    ["« On va vendre le domaine à Delmas »", 'altered', 'negation: | pas'],
    ["On va pas vendre le domaine à Carrère.", 'altered', 'name: Carrère | Delmas'],
    ['À peu près 80 % de la récolte.', 'verbatim'],
    ['80 % de la récolte. C’est jamais arrivé en trente ans.', 'verbatim'],
    ['À peu près 60 % de la récolte. C’est jamais arrivé en 30 ans.', 'altered', 'number: 60 | quatre-vingts'],
    ['C’est arrivé en trente ans. J’ai pas dormi pendant une semaine', 'altered', 'negation: | jamais'],
    ["Je n'ai pas dormi pendant une semaine.", 'cleaned-up', "filler: Je n'ai | J'ai"],
    ['J’ai dormi pendant une semaine, vous savez.', 'altered', 'negation: | pas'],
    ['Le préfet est venu, il a promis 200 000 euros pour toute la vallée.', 'verbatim'],
    ['Le préfet est venu, il a promis 300 000 euros pour toute la vallée.', 'altered', 'number: 300 000 | deux cent mille'],
    ['Le préfet … a promis deux cent mille euros', 'marked-edits', 'ellipsis: … | est venu, il'],
    ['[L’État] est venu, il a promis deux cent mille euros pour toute la vallée.', 'marked-edits', 'bracket: [L’État] | Le préfet'],
    ['Personne ne nous a demandé notre avis, mais on est encore là.', 'cleaned-up', 'filler: | bon'],
    ['Tout le monde va devoir partir avant les vendanges de septembre.', 'not-found'],
  ],
};
