import type { Rating, RatingWords } from './rating-scale.ts';

/** Words of some labels in further languages, by the label's id and the language. */
type Words = { readonly [rating: string]: { readonly [language: string]: RatingWords } };

/** The labels of the accuracy scale in further languages. */
export const accuracyWords: Words = {
  true: {
    de: { label: 'Wahr', meaning: 'Die Belege bestätigen es, und nichts Wesentliches fehlt.' },
    es: { label: 'Verdadero', meaning: 'Las pruebas lo confirman y no falta nada importante.' },
    fr: { label: 'Vrai', meaning: 'Les éléments le confirment et rien d’important ne manque.' },
  },
  'mostly-true': {
    de: { label: 'Größtenteils wahr', meaning: 'Im Kern richtig; eine Einzelheit ist ungenau.' },
    es: { label: 'Mayormente verdadero', meaning: 'Correcto en lo esencial; algún detalle es impreciso.' },
    fr: { label: 'Plutôt vrai', meaning: 'Juste pour l’essentiel ; un détail manque de précision.' },
  },
  'half-true': {
    de: { label: 'Halb wahr', meaning: 'Ein Teil stimmt, aber es fehlt etwas, das das Bild verändern würde.' },
    es: { label: 'Verdad a medias', meaning: 'Una parte es cierta, pero falta algo que cambiaría la idea.' },
    fr: { label: 'À moitié vrai', meaning: 'Une partie tient, mais il manque ce qui changerait l’image.' },
  },
  'mostly-false': {
    de: { label: 'Größtenteils falsch', meaning: 'Ein wahrer Kern und ein Schluss, den die Belege nicht hergeben.' },
    es: { label: 'Mayormente falso', meaning: 'Un fondo de verdad y una conclusión que las pruebas no permiten.' },
    fr: { label: 'Plutôt faux', meaning: 'Un fond de vérité et une conclusion que les éléments ne permettent pas.' },
  },
  false: {
    de: { label: 'Falsch', meaning: 'Die Belege widersprechen.' },
    es: { label: 'Falso', meaning: 'Las pruebas lo contradicen.' },
    fr: { label: 'Faux', meaning: 'Les éléments le contredisent.' },
  },
  unproven: {
    de: { label: 'Unbelegt', meaning: 'Gesucht und weder genug dafür noch genug dagegen gefunden.' },
    es: { label: 'No probado', meaning: 'Se buscó y no se halló bastante ni a favor ni en contra.' },
    fr: { label: 'Non prouvé', meaning: 'Cherché, sans trouver assez ni pour confirmer ni pour contredire.' },
  },
};

/** The labels of the scale for quotes in further languages. */
export const quoteWords: Words = {
  verbatim: {
    de: { label: 'Wörtlich', meaning: 'Wort für Wort wie aufgezeichnet.' },
    es: { label: 'Literal', meaning: 'Palabra por palabra como se registró.' },
    fr: { label: 'Mot pour mot', meaning: 'Mot pour mot comme enregistré.' },
  },
  'marked-edits': {
    de: { label: 'Sichtbar bearbeitet', meaning: 'Gekürzt oder erläutert, und jede Änderung ist zu sehen.' },
    es: { label: 'Edición señalada', meaning: 'Abreviado o aclarado, y cada cambio está a la vista.' },
    fr: { label: 'Retouches signalées', meaning: 'Abrégé ou expliqué, et chaque changement est visible.' },
  },
  altered: {
    de: { label: 'Verändert', meaning: 'Wörter wurden ohne Hinweis geändert.' },
    es: { label: 'Alterado', meaning: 'Se cambiaron palabras sin indicarlo.' },
    fr: { label: 'Altéré', meaning: 'Des mots ont été changés sans le signaler.' },
  },
  'out-of-context': {
    de: { label: 'Aus dem Zusammenhang', meaning: 'So gesagt, aber die Umgebung gab ihm einen anderen Sinn.' },
    es: { label: 'Fuera de contexto', meaning: 'Se dijo así, pero lo que lo rodeaba le daba otro sentido.' },
    fr: { label: 'Hors contexte', meaning: 'Dit ainsi, mais ce qui l’entourait lui donnait un autre sens.' },
  },
  misattributed: {
    de: { label: 'Falsch zugeschrieben', meaning: 'Von jemand anderem gesagt oder geschrieben.' },
    es: { label: 'Mal atribuido', meaning: 'Lo dijo o escribió otra persona.' },
    fr: { label: 'Mal attribué', meaning: 'Dit ou écrit par quelqu’un d’autre.' },
  },
  'not-found': {
    de: { label: 'Nicht gefunden', meaning: 'Für diese Worte fand sich kein Nachweis.' },
    es: { label: 'No encontrado', meaning: 'No se halló registro de estas palabras.' },
    fr: { label: 'Introuvable', meaning: 'Aucune trace de ces mots n’a été trouvée.' },
  },
};

/** Labels with their words in further languages. */
export function inLanguages(words: Words, ratings: readonly Rating[]): readonly Rating[] {
  return ratings.map(rating => {
    const translations = words[rating.id];
    return translations ? { ...rating, translations } : rating;
  });
}
