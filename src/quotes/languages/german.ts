import { phrases, spelledOut, values, words, type Language } from './language.ts';

const UNITS = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const TENS = ['', 'zehn', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** German writes every number below a million as one word; all below 1000 are built here, thousands are cut by the reader. */
function smallNumbers(): ReadonlyMap<string, number> {
  const table = new Map(values('null 0 eins 1 ein 1 eine 1 einen 1 einem 1 einer 1 zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 anderthalb 1.5 zweieinhalb 2.5 dreieinhalb 3.5 viereinhalb 4.5 elf 11 zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19'));
  for (const [ten, name] of TENS.entries()) {
    if (ten < 2) continue;
    table.set(name, ten * 10);
    for (const [unit, unitName] of UNITS.entries()) if (unit > 0) table.set(`${unitName}und${name}`, ten * 10 + unit);
  }
  const below = [...table].filter(([word, value]) => value > 0 && Number.isInteger(value) && !/^eine/.test(word));
  for (const [hundred, name] of UNITS.entries()) {
    for (const prefix of hundred === 0 ? [] : hundred === 1 ? ['hundert', 'einhundert'] : [`${name}hundert`]) {
      table.set(prefix, hundred * 100);
      for (const [word, value] of below) {
        table.set(`${prefix}${word}`, hundred * 100 + value);
        table.set(`${prefix}und${word}`, hundred * 100 + value);
      }
    }
  }
  // Years: neunzehnhundertneunundachtzig.
  for (let century = 11; century <= 19; century++) {
    const name = below.find(([, value]) => value === century)![0];
    table.set(`${name}hundert`, century * 100);
    for (const [word, value] of below) table.set(`${name}hundert${word}`, century * 100 + value);
  }
  for (const [word, value] of [...table]) if (word.includes('dreißig')) table.set(word.replace('dreißig', 'dreissig'), value);
  for (const word of ['ein', 'eine', 'einen', 'einem', 'einer']) table.delete(word);
  return table;
}

export const GERMAN: Language = {
  decimal: ',',
  hesitations: words('äh ähm öh öhm ähh hm hmm mhm ach naja tja'),
  particles: words('halt eben mal ja also quasi sozusagen eigentlich irgendwie doch'),
  markers: phrases(`
    na ja, nun, nun ja, ich sage mal, ich sag mal, sage ich mal, sag ich mal, sagen wir mal, wissen sie, weißt du, wie gesagt, gut, okay, so, genau, ne,
    nicht wahr, gell, oder, schauen sie, sehen sie, ehrlich gesagt, im grunde, jetzt, und ja, und, ich meine, am ende des tages
  `),
  restored: words(''),
  negations: phrases('nicht, kein, keine, keinen, keinem, keiner, keines, keins, nie, niemals, nichts, niemand, niemanden, niemandem, nirgends, nirgendwo, ohne, weder, kaum, keinesfalls, keineswegs, nicht mehr, unmöglich, außer'),
  hedges: phrases(`
    vielleicht, möglicherweise, womöglich, wahrscheinlich, vermutlich, wohl, eventuell, ich glaube, ich denke, ich vermute, ich nehme an, glaube ich, denke ich, meiner meinung nach, meines erachtens, meines wissens,
    aus meiner sicht, soweit ich weiß, angeblich, offenbar, anscheinend, scheinbar, scheint, könnte, könnten, dürfte, dürften, ich würde sagen, mehr oder weniger, in gewisser weise, ein bisschen, ein wenig, teilweise,
    meist, meistens, oft, manchmal, häufig, im allgemeinen, in der regel, im prinzip, unter umständen, oder so, ungefähr, etwa, circa, ca, rund, fast, beinahe, zum teil, ich bin nicht sicher, sollte, sollten, würde sagen, hoffentlich
  `),
  hedgesBeforeNumbers: phrases('etwa, ungefähr, rund, circa, ca, zirka, gut, knapp, fast, beinahe, über, unter, mehr als, weniger als, mindestens, höchstens, bis zu, um die, an die, nur, schätzungsweise, wenigstens, nahezu'),
  hedgesAfterNumbers: phrases('oder so, oder mehr, plus minus'),
  quantifiers: words('alle allen aller alles jeder jede jedes jeden jedem einige einigen manche manchen viele vielen wenige wenigen immer meisten'),
  amounts: words('dutzend dutzende hunderte tausende millionen milliarden hälfte drittel viertel fünftel zehntel doppelt doppelte doppelten verdoppelt dreifach halb halbe halben zweimal dreimal beide beiden'),
  numbers: {
    small: smallNumbers(),
    hundreds: words(''),
    scales: values('tausend 1000 million 1000000 millionen 1000000 milliarde 1000000000 milliarden 1000000000 billion 1000000000000 billionen 1000000000000'),
    joiners: words('und'),
    articles: words('ein eine einer einen'),
    unitsFirst: false,
    ordinals: values(`
      erste 1 ersten 1 erster 1 zweite 2 zweiten 2 zweiter 2 dritte 3 dritten 3 dritter 3 vierte 4 vierten 4 fünfte 5 fünften 5 sechste 6 sechsten 6 siebte 7 siebten 7 achte 8 achten 8 neunte 9 neunten 9
      zehnte 10 zehnten 10
    `),
    points: words('komma'),
    halves: words(''),
    suffixes: values('tsd 1000 mio 1000000 mrd 1000000000 bio 1000000000000'),
  },
  contractions: spelledOut(`
    im: in dem
    ins: in das
    am: an dem
    zum: zu dem
    zur: zu der
    vom: von dem
    beim: bei dem
    ans: an das
    aufs: auf das
    fürs: für das
    ums: um das
    durchs: durch das
    gibt's: gibt es
    gibts: gibt es
    geht's: geht es
    hab's: habe es
    ist's: ist es
    war's: war es
    wenn's: wenn es
    wie's: wie es
    was's: was es
    ich's: ich es
    wir's: wir es
    hab: habe
    hab': habe
    glaub: glaube
    glaub': glaube
    sag: sage
    sag': sage
    denk: denke
    nich: nicht
    nix: nichts
    is: ist
    'ne: eine
    'nen: einen
    'n: ein
    ne: eine
    nen: einen
    n: ein
    haste: hast du
    isses: ist es
    ham: haben
    würd: würde
    hätt: hätte
  `),
  compounds: new Map(),
  modals: words('kann können könnte könnten wird werden würde würden muss müssen müsste soll sollen sollte sollten darf dürfen dürfte dürften'),
  endings: [],
  titles: words('herr herrn frau dr prof professor professorin präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin oberbürgermeister senator senatorin richter richterin'),
  names: words(`
    deutschland österreich schweiz frankreich italien spanien portugal polen ungarn tschechien russland ukraine china japan indien amerika usa england großbritannien schottland irland belgien niederlande dänemark schweden norwegen
    finnland türkei griechenland europa afrika asien israel iran irak syrien ägypten brasilien kanada mexiko australien berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dresden bremen hannover nürnberg essen dortmund
    duisburg bochum wuppertal bielefeld bonn münster mannheim karlsruhe augsburg wiesbaden kiel lübeck rostock magdeburg erfurt mainz freiburg kassel potsdam saarbrücken wien graz linz salzburg innsbruck zürich genf basel bern paris
    london madrid rom brüssel moskau kiew kyjiw warschau prag budapest washington peking tokio brüssel straßburg bayern sachsen hessen thüringen brandenburg niedersachsen saarland schleswig holstein westfalen
    siemens volkswagen bmw bosch bayer basf lufthansa allianz telekom daimler mercedes audi porsche google apple microsoft amazon facebook tesla
    anna anne andreas angela alexander barbara bernd birgit christian christine claudia daniel dieter elisabeth eva felix florian frank franziska friedrich gabriele georg gerhard hans heike heinrich helga helmut ingrid jan johannes
    jörg josef julia jürgen karin karl katharina klaus kristina lars laura lena lukas manfred maria marie markus martin matthias max michael monika nicole nina olaf oliver paul peter petra philipp ralf renate robert sabine sandra
    sebastian simon sophie stefan stephan susanne sven tanja thomas tobias ulrike ursula uwe walter werner wolfgang müller schmidt schneider fischer weber meyer meier wagner becker schulz hoffmann koch bauer richter klein wolf
    schröder neumann schwarz zimmermann braun krüger hofmann hartmann lange werner krause lehmann köhler maier
    cdu csu spd fdp afd grüne grünen linke eu nato uno
  `),
  nameStyle: 'listed',
};
