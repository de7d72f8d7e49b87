import { phrases, spelledOut, values, words, type Language } from './language.ts';

export const FRENCH: Language = {
  decimal: ',',
  hesitations: words('euh heu hum hm hmm ben bah hein'),
  particles: words('quoi'),
  markers: phrases(`
    bon, voilà, donc, alors, enfin, tu sais, vous savez, tu vois, vous voyez, disons, je veux dire, en fait, du coup, bref, écoutez, écoute, eh bien, eh ben, oui, ouais, bon ben, genre, franchement, honnêtement,
    en gros, finalement, et, et puis, bien, ah, oh, là, je dirais, si vous voulez, comment dire, effectivement, tout simplement
  `),
  restored: words('ne'),
  negations: phrases('pas, jamais, rien, personne, aucun, aucune, sans, ni, nulle part, guère, plus jamais, non, impossible, sauf'),
  hedges: phrases(`
    peut-être, peut être, probablement, sans doute, possiblement, éventuellement, je pense, je crois, je suppose, j'imagine, il me semble, à mon avis, selon moi, d'après moi, à ma connaissance, autant que je sache, apparemment, semble,
    semblent, il semble, on dirait, pourrait, pourraient, devrait, devraient, plus ou moins, en quelque sorte, une sorte de, un peu, parfois, souvent, généralement, en général, en principe, la plupart, en partie, plutôt, environ, à peu près,
    presque, quasiment, si je me souviens bien, je ne suis pas sûr, je ne suis pas sûre, ou quelque chose comme ça, j'espère, je espère, je imagine
  `),
  hedgesBeforeNumbers: phrases('environ, à peu près, près de, presque, quasiment, plus de, moins de, au moins, au plus, jusqu à, autour de, quelque, quelques, dans les, à peine, seulement, un peu plus de, un peu moins de'),
  hedgesAfterNumbers: phrases('environ, ou plus, à peu près, ou presque, au moins'),
  quantifiers: words('tous toutes tout chaque certains certaines quelques plusieurs beaucoup toujours'),
  amounts: words('dizaine dizaines douzaine douzaines vingtaine trentaine cinquantaine centaine centaines millier milliers millions milliards moitié demi demie tiers quart double doublé triple triplé deux'),
  numbers: {
    small: values(`
      zéro 0 un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16
      vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90
    `),
    hundreds: words('cent cents'),
    scales: values('mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000'),
    joiners: words('et'),
    articles: words('un'),
    unitsFirst: false,
    ordinals: values('premier 1 première 1 deuxième 2 second 2 seconde 2 troisième 3 quatrième 4 cinquième 5 sixième 6 septième 7 huitième 8 neuvième 9 dixième 10'),
    points: words('virgule'),
    halves: words('demi demie'),
    suffixes: values('mds 1000000000 md 1000000000'),
  },
  contractions: spelledOut(`
    j'ai: je ai
    j'suis: je suis
    chuis: je suis
    t'as: tu as
    t'es: tu es
    y'a: il y a
    ya: il y a
    du: de le
    des: de les
    au: à le
    aux: à les
    ouais: oui
  `),
  compounds: new Map(),
  modals: words('peut peuvent pourrait pourraient doit doivent devrait devraient va vont'),
  endings: [],
  titles: words('monsieur madame mademoiselle m mme mlle président présidente ministre docteur dr professeur maire sénateur sénatrice député députée'),
  names: words(''),
  nameStyle: 'capital',
};
