/** Words that take a full stop without ending a sentence, in lower case and without that stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A name follows: never the end of a sentence. */
export const BEFORE_NAMES = words(`
  mr mrs ms mx messrs dr drs prof profs rev fr hon pres gov govs sen sens rep reps amb atty supt insp det
  gen lt col maj capt cpt cmdr cdr sgt cpl pvt pfc adm ens spc mt st ste mme mmes mlle mm mgr
  hr frl dipl ing sr sra srta srs dra lic sig dott dhr mevr vs e.g i.e viz cf z.b d.h u.a bzw ca approx
`);

/** A figure follows; without one they are words like others ("No."). */
export const BEFORE_NUMBERS = words(`
  no nos nr nrs núm num n p pp pg s fig figs tab vol vols ch chap sec sect art arts abs para pars par § r stat cl ex
  eq eqs app ann bd kap ziff str rn
`);

/** Months and their short forms, in English, German, French, Spanish, Italian, Portuguese, Dutch. */
export const MONTHS = words(`
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
  november december januar jänner februar märz mai juni juli oktober dezember okt dez janv févr avr juil août déc janvier
  février mars avril juin juillet septembre octobre novembre décembre ene abr ago dic enero febrero marzo mayo junio
  julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre
  dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei
  augustus
`);

/** May end a sentence or not: what comes next decides. Dotted ones (U.S., a.m., Ph.D.) need not be listed. */
export const ABBREVIATIONS = words(`
  inc corp co cos ltd llc llp plc bros assn assoc dept div univ inst intl natl est jr esq phd etc al ave blvd rd hwy
  avg approx hrs hr lb lbs oz ft mph sq bn mn mio mrd tsd usw evtl ggf inkl zzgl vgl sog geb gest env av ee uu pág págs
`);

/** Like these, but words of their own in lower case: American states. As written. */
export const CAPITAL_ABBREVIATIONS = words(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
  Tex Va Vt Wash Wis Wyo
`);

/** Words that begin a sentence far more often than they follow an abbreviation inside one. As written. */
export const STARTERS: ReadonlySet<string> = words(`
  The A An This That These Those He She It We They You I His Her Its Their Our My But And Or So Yet If When While As At
  In On By For From With After Before Since Until Although Though Because However There Here What Who Why How Where Some
  Many Most Both Not No Now Then Also According Meanwhile Instead Last Next Other Others Such Still Even
  Der Die Das Ein Eine Er Sie Es Wir Ich Ihr Und Aber Oder Doch Wenn Als Im Am Bei Mit Nach Vor Seit Für Auf Auch
  Le La Les Un Une Il Elle Ils Elles Ce Cette Ces Mais Et Ou Dans En Pour Avec Après El Los Las Una Pero Y
`);
