import { phrases, spelledOut, values, words, type Language } from './language.ts';

export const ENGLISH: Language = {
  decimal: '.',
  hesitations: words('um uh er erm hm hmm hmmm mm mmm mhm ah eh uhm umm uhh uhhuh huh'),
  particles: words('like just actually basically literally'),
  markers: phrases(`
    you know, i mean, well, so, right, okay, ok, look, listen, see, you see, yeah, yes, yep, oh, now, anyway, anyways,
    honestly, frankly, obviously, you know what i mean, if you will, as i say, as i said, like i said, and so, so yeah, you know what,
    let me tell you, let me say, i tell you, i will tell you, to be honest, to be honest with you, to be frank, quite frankly, first of all, and, at the end of the day, believe me,
    and then, alright, all right, mm hmm, uh huh, in fact, how do i put this, what is the word
  `),
  restored: words(''),
  negations: phrases(`
    do not, does not, did not, not, no, never, nobody, none, nothing, nowhere, neither, nor, without, hardly, barely, scarcely, seldom, rarely, no longer, unable, fail to, fails to,
    failed to, far from, refuse to, refused to, refuses to, unless, deny, denied, denies, impossible, unlikely, untrue
  `),
  hedges: phrases(`
    maybe, perhaps, possibly, probably, likely, i think, i guess, i believe, i suppose, i suspect, i assume, i feel like, i would say, i would guess, i would think, i hope, i imagine,
    we think, we believe, could, might, may, seem, seems, seemed, it seems, seem to, seems to, seemed to, appear to, appears to, appeared to, apparently, allegedly, reportedly,
    supposedly, presumably, arguably, potentially, conceivably, in theory, in principle, as far as i know, as far as i can tell, as far as we know, to my knowledge, to the best of my knowledge,
    to the best of my recollection, in my opinion, in my view, in our view, from my perspective, if i remember correctly, if i recall, if i am not mistaken, i am not sure, not sure, more or less, kind of, sort of,
    a kind of, a sort of, somewhat, in a way, in some ways, to some extent, to a degree, tend to, tends to, tended to, generally, generally speaking, usually, often, sometimes, mostly, largely, typically, partly,
    in most cases, in many cases, in some cases, by and large, for the most part, or something, or something like that, or whatever, hopefully, i do not know if, suggests, suggest, roughly, approximately, almost, nearly,
    suggested, can be, not necessarily, not always, if, some of, most of, a bit, in part
  `),
  hedgesBeforeNumbers: phrases(`
    i want to say, about, around, roughly, approximately, approx, circa, nearly, almost, close to, some, like, over, under, more than, less than, fewer than, at least, at most, up to, as many as, as much as,
    as few as, something like, somewhere around, in the neighborhood of, in the neighbourhood of, in the region of, just over, just under, only, maybe, probably, perhaps, an estimated, estimated,
    upwards of, at best, no more than, no fewer than, well over, above, below, exactly, say
  `),
  hedgesAfterNumbers: phrases('or so, or thereabouts, or more, or less, odd, ish, plus, give or take, or something, at least, at most, at best, at worst, roughly, maybe, approximately'),
  quantifiers: words('all every everybody everyone everything each most some somebody someone something many few several any always'),
  amounts: words(`
    dozen dozens hundreds thousands tens millions billions trillions half halves third thirds quarter quarters fifth fifths tenth tenths double doubled doubles triple tripled triples twice thrice
    quadruple quadrupled halved both couple
  `),
  numbers: {
    small: values(`
      zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16
      seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90
    `),
    hundreds: words('hundred'),
    scales: values('thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000'),
    joiners: words('and'),
    articles: words('a an'),
    unitsFirst: false,
    ordinals: values(`
      first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15
      sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 hundredth 100
    `),
    points: words('point'),
    halves: words('half'),
    suffixes: values('k 1000 m 1000000 mn 1000000 mln 1000000 bn 1000000000 b 1000000000 tn 1000000000000 trn 1000000000000'),
  },
  contractions: spelledOut(`
    can't: can not
    cannot: can not
    won't: will not
    shan't: shall not
    ain't: is not
    let's: let us
    gonna: going to
    wanna: want to
    gotta: got to
    hafta: have to
    oughta: ought to
    kinda: kind of
    sorta: sort of
    outta: out of
    lotta: lot of
    dunno: do not know
    lemme: let me
    gimme: give me
    y'all: you all
    yall: you all
    'em: them
    'cause: because
    cause: because
    cuz: because
    'til: until
    till: until
    'bout: about
    ya: you
    i'm: i am
    it's: it is
    he's: he is
    she's: she is
    that's: that is
    what's: what is
    who's: who is
    where's: where is
    how's: how is
    there's: there is
    here's: here is
    when's: when is
    why's: why is
    everybody's: everybody is
    everyone's: everyone is
    nobody's: nobody is
    somebody's: somebody is
    something's: something is
    nothing's: nothing is
    dont: do not
    doesnt: does not
    didnt: did not
    isnt: is not
    wasnt: was not
    wont: will not
    cant: can not
    wouldnt: would not
    couldnt: could not
    havent: have not
    im: i am
    ive: i have
    thats: that is
    theyre: they are
    youre: you are
  `),
  compounds: new Map([['no one', 'nobody']]),
  modals: words('will would can could shall should may might must'),
  endings: [
    ["n't", ['not']],
    ["'ll", ['will']],
    ["'re", ['are']],
    ["'ve", ['have']],
    ["'d", ['would']],
  ],
  titles: words('mr mrs ms mx miss dr prof professor sir dame lord lady president senator sen representative rep congressman congresswoman governor gov mayor minister secretary judge justice captain general colonel chief chancellor king queen prince princess pope'),
  names: words(''),
  nameStyle: 'capital',
};
