import { phrases, spelledOut, values, words, type Language } from './language.ts';

export const SPANISH: Language = {
  decimal: ',',
  hesitations: words('eh em mmm mm este ehm hm ah ay'),
  particles: words('pues'),
  markers: phrases(`
    bueno, pues, o sea, digamos, verdad, no sé, sabes, sabe usted, saben, mira, mire, miren, oye, entonces, así que, es decir, la verdad, la verdad es que, vale, claro, sí, de hecho, vamos, en plan, francamente, sinceramente,
    a ver, y, ya, fíjese, básicamente, obviamente, en realidad, y bueno, pues nada, al final
  `),
  restored: words(''),
  negations: phrases('no, nunca, jamás, nada, nadie, ningún, ninguno, ninguna, sin, ni, tampoco, imposible, apenas, salvo, excepto'),
  hedges: phrases(`
    quizá, quizás, tal vez, a lo mejor, probablemente, posiblemente, creo, yo creo, creo que, pienso, pienso que, supongo, supongo que, me parece, me parece que, en mi opinión, a mi juicio, que yo sepa, según creo, al parecer, aparentemente,
    presuntamente, supuestamente, parece, parece que, podría, podrían, puede que, puede ser, debería, deberían, más o menos, un poco, en cierto modo, en parte, a veces, a menudo, generalmente, normalmente, en general, en principio,
    casi, aproximadamente, cerca de, alrededor de, unos, unas, si no recuerdo mal, no estoy seguro, no estoy segura, o algo así, espero, espero que, una especie de, diría
  `),
  hedgesBeforeNumbers: phrases('unos, unas, cerca de, alrededor de, casi, aproximadamente, más de, menos de, al menos, por lo menos, como mucho, como máximo, hasta, como, solo, sólo, en torno a, apenas'),
  hedgesAfterNumbers: phrases('o así, o más, más o menos, aproximadamente, o menos, al menos'),
  quantifiers: words('todos todas todo cada algunos algunas muchos muchas pocos pocas varios varias siempre'),
  amounts: words('docena docenas decena decenas centenar centenares cientos miles millones mitad medio media tercio tercios cuarto cuartos doble duplicado triple ambos ambas'),
  numbers: {
    small: values(`
      cero 0 uno 1 un 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19
      veinte 20 veintiuno 21 veintiún 21 veintiuna 21 veintidós 22 veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29
      treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400
      quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900
    `),
    hundreds: words(''),
    scales: values('mil 1000 millón 1000000 millones 1000000 billón 1000000000000 billones 1000000000000'),
    joiners: words('y'),
    articles: words('un'),
    unitsFirst: false,
    ordinals: values('primero 1 primer 1 primera 1 segundo 2 segunda 2 tercero 3 tercer 3 tercera 3 cuarto 4 cuarta 4 quinto 5 quinta 5 sexto 6 sexta 6 séptimo 7 séptima 7 octavo 8 octava 8 noveno 9 novena 9 décimo 10 décima 10'),
    points: words('coma punto'),
    halves: words(''),
    suffixes: values('mdd 1000000'),
  },
  contractions: spelledOut(`
    al: a el
    del: de el
    pa: para
    pa': para
    na': nada
    to': todo
    'ta: está
  `),
  compounds: new Map(),
  modals: words('puede pueden podría podrían debe deben debería deberían va van'),
  endings: [],
  titles: words('señor señora señorita sr sra srta don doña presidente presidenta ministro ministra doctor doctora dr dra profesor profesora alcalde alcaldesa senador senadora diputado diputada'),
  names: words(''),
  nameStyle: 'capital',
};
