import type { QuoteCases } from './quote-case.ts';

export const SPANISH_CASES: QuoteCases = {
  name: 'entrevista con un alcalde',
  language: 'es',
  transcript: `
Periodista: ¿Va a subir el agua?
Tomás Iribarne: Mire, eh, la factura no va a subir este año. Creo que el ayuntamiento puede aguantar hasta junio. Hemos gastado unos treinta y cinco millones en la planta, que no es poco.
Periodista: ¿Y los vecinos de Olmedo?
Tomás Iribarne: Los vecinos de Olmedo nunca han pagado de más, o sea, nunca. Se habla mucho y se lee poco. Quizá haya que cerrar el pozo viejo, pero nadie lo ha decidido todavía. Tenemos doscientas veinte quejas y las vamos a contestar todas.
`,
  cases: [
    ['La factura no va a subir este año.', 'verbatim'],
    ['«La factura va a subir este año»', 'altered', 'negation: | no'],
    ['El ayuntamiento puede aguantar hasta junio.', 'verbatim'],
    ['Mire, la factura no va a subir este año. El ayuntamiento puede aguantar hasta junio.', 'altered', 'filler: | eh', 'hedge: | Creo que'],
    ['Hemos gastado unos 35 millones en la planta, que no es poco.', 'verbatim'],
    ['Hemos gastado 35 millones en la planta, que no es poco.', 'altered', 'hedge: | unos'],
    ['Hemos gastado unos 45 millones en la planta', 'altered', 'number: 45 millones | treinta y cinco millones'],
    ['Los vecinos de Olmedo han pagado de más', 'altered', 'negation: | nunca'],
    ['Los vecinos de Arévalo nunca han pagado de más', 'altered', 'name: Arévalo | Olmedo'],
    ['Los vecinos […] nunca han pagado de más', 'marked-edits', 'ellipsis: […] | de Olmedo'],
    ['Quizá haya que cerrar el pozo viejo, pero nadie lo ha decidido [aún].', 'marked-edits', 'bracket: [aún] | todavía'],
    ['Habrá que cerrar el pozo viejo, pero nadie lo ha decidido todavía.', 'altered', 'replacement: Habrá | haya'],
    ['Tenemos 220 quejas y las vamos a contestar todas.', 'verbatim'],
    ['Tenemos 120 quejas y las vamos a contestar todas.', 'altered', 'number: 120 | doscientas veinte'],
    ['El puente nuevo costará más que el estadio y la piscina juntos.', 'not-found'],
  ],
};
