import type { QuoteCases } from './quote-case.ts';

export const GERMAN_CASES: QuoteCases = {
  name: 'Gespräch über ein Schwimmbad',
  language: 'de',
  transcript: `
Reporterin: Frau Kowalski, wie teuer wird das Bad?
Marta Kowalski: Also, wir reden von ungefähr fünfundzwanzig Millionen Euro, vielleicht auch etwas mehr. Das ist, ähm, das ist nicht wenig Geld für eine Stadt wie Lüneburg. Aber ich sage Ihnen: Wir werden das Bad nicht schließen.
Reporterin: Und die Vereine?
Marta Kowalski: Die Vereine haben im März zugesagt, zehn Prozent zu übernehmen. Ich glaube, dass sie ihr Wort halten. Herr Brandt hat mir das, äh, persönlich versprochen. Niemand muss Angst haben, dass seine Kinder nicht mehr schwimmen lernen.
Reporterin: Wann ist es fertig?
Marta Kowalski: Das Dach ist halt kaputt, das wissen wir seit zwei Jahren. Im Sommer 2027 könnten wir öffnen, wenn's gut läuft.
`,
  cases: [
    ['Wir werden das Bad nicht schließen.', 'verbatim'],
    ['„Wir werden das Bad nicht schließen“', 'verbatim'],
    ['Wir werden das Bad schließen.', 'altered', 'negation: | nicht'],
    ['Wir reden von ungefähr 25 Millionen Euro', 'verbatim'],
    ['Wir reden von 25 Millionen Euro', 'altered', 'hedge: | ungefähr'],
    ['Wir reden von ungefähr 35 Millionen Euro, vielleicht auch etwas mehr.', 'altered', 'number: 35 Millionen | fünfundzwanzig Millionen'],
    ['Das ist nicht wenig Geld für eine Stadt wie Lüneburg.', 'verbatim'],
    ['Aber das ist … für eine Stadt wie Lüneburg nicht wenig Geld.', 'spliced', 'insertion: Aber |', 'filler: | ähm', 'ellipsis: … | nicht wenig Geld', 'negation: … | nicht', 'reorder: nicht wenig Geld | nicht wenig Geld'],
    ['Die Vereine haben … zugesagt, 10 Prozent zu übernehmen.', 'marked-edits', 'ellipsis: … | im März'],
    ['Die Vereine haben im März zugesagt, 20 % zu übernehmen.', 'altered', 'number: 20 | zehn'],
    ['Herr Brandt hat mir das persönlich versprochen.', 'cleaned-up', 'filler: | äh'],
    ['Herr Wolter hat mir das persönlich versprochen.', 'altered', 'name: Wolter | Brandt', 'filler: | äh'],
    ['[Der Vereinschef] hat mir das persönlich versprochen.', 'cleaned-up', 'bracket: [Der Vereinschef] | Herr Brandt', 'filler: | äh'],
    ['Jeder muss Angst haben, dass seine Kinder nicht mehr schwimmen lernen.', 'altered', 'negation: Jeder | Niemand'],
    ['Das Dach ist kaputt, das wissen wir seit zwei Jahren.', 'cleaned-up', 'filler: | halt'],
    ['Im Sommer 2027 werden wir öffnen, wenn es gut läuft.', 'altered', 'hedge: werden | könnten', "filler: wenn es | wenn's"],
    ['Die Rutsche wird als Erstes abgerissen und verkauft.', 'not-found'],
  ],
};
