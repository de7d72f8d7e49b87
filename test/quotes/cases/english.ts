import type { QuoteCases } from './quote-case.ts';

export const ENGLISH_CASES: readonly QuoteCases[] = [
  {
    name: 'council meeting',
    language: 'en',
    transcript: `
MAYOR ORTIZ: Well, I think the harbour has, uh, it has lost about twenty-five million dollars since two thousand nineteen. (LAUGHTER) We do not want to sell it. We can't sell it, frankly, because Lindqvist owns the southern pier.
COUNCILLOR BEY: So will you close it?
MAYOR ORTIZ: No. We are not closing the harbour this year, and they never asked us to. Maybe we could rent a part of it. The the workers were told that in March. And I — I want to say that the council have always been fair to us.
COUNCILLOR BEY: You know, people keep asking me about the crane. It broke twice last winter, and um nobody from the company came to look at it until May. I'm not blaming anyone.
MAYOR ORTIZ: The crane is, I mean, it's forty years old. It's gonna be replaced when there's money for it, which there isn't.
`,
    cases: [
      ['We do not want to sell it.', 'verbatim'],
      ['“We do not want to sell it,”', 'verbatim'],
      ['we are not closing the harbour this year', 'verbatim'],
      ['WE ARE NOT CLOSING THE HARBOUR', 'verbatim'],
      ['sell it', 'verbatim'],
      ['the southern pier', 'verbatim'],
      ['lost about $25 million since 2019', 'verbatim'],
      ['lost about 25 million dollars since 2019', 'verbatim'],
      ['We want to sell it.', 'altered', 'negation: | do not'],
      ['We can sell it, frankly, because Lindqvist owns the southern pier.', 'altered', "negation: can | can't"],
      ['We can’t sell it because Lindqvist owns the southern pier.', 'cleaned-up', 'filler: | frankly'],
      ['We cannot sell it, frankly, because Lindqvist owns the southern pier.', 'cleaned-up', "filler: cannot | can't"],
      ["We can't sell it, frankly, because Svensson owns the southern pier.", 'altered', 'name: Svensson | Lindqvist'],
      ["We can't sell it, frankly, because Lindqvist owns the northern pier.", 'altered', 'replacement: northern | southern'],
      ["We can't sell it … because Lindqvist owns the southern pier.", 'marked-edits', 'ellipsis: … | frankly'],
      ['We are … closing the harbour this year', 'altered', 'negation: … | not', 'ellipsis: … | not'],
      ['We are not closing the harbour ... and they never asked us to.', 'marked-edits', 'ellipsis: ... | this year'],
      ['We are not closing the harbour this year, and [the unions] never asked us to.', 'marked-edits', 'bracket: [the unions] | they'],
      ['We are not closing the harbour this year, and [Lindqvist] never asked us to.', 'marked-edits', 'bracket: [Lindqvist] | they'],
      ['We are not closing the harbour this year, and they asked us to.', 'altered', 'negation: | never'],
      ['We could rent a part of it.', 'verbatim'],
      ['[W]e could rent a part of it.', 'marked-edits', 'bracket: [W]e | we'],
      ['Maybe we will rent a part of it.', 'altered', 'hedge: will | could'],
      ['Maybe we could rent a part of [the harbour].', 'marked-edits', 'bracket: [the harbour] | it'],
      ['The workers were told that in March.', 'verbatim'],
      ['The workers were told that in April.', 'altered', 'name: April | March'],
      ['I want to say that the council have [sic] always been fair to us.', 'marked-edits', 'sic: [sic] |'],
      ['And I want to say that the council have always been fair to us.', 'cleaned-up', 'filler: | I'],
      ['the council has always been fair to us', 'altered', 'replacement: has | have'],
      ['People keep asking me about the crane. It broke twice last winter, and nobody from the company came to look at it until May.', 'cleaned-up', 'filler: | um'],
      ['It broke last winter, and nobody from the company came to look at it until May.', 'altered', 'number: | twice', 'filler: | um'],
      ['It broke three times last winter, and nobody from the company came', 'altered', 'number: three | twice', 'insertion: times |', 'filler: | um'],
      ["I'm blaming anyone.", 'altered', 'negation: | not'],
      ['I am not blaming anyone.', 'cleaned-up', "filler: I am | I'm"],
      ["The crane is 40 years old. It's going to be replaced when there's money for it", 'cleaned-up', "filler: | I mean, it's", 'filler: going to | gonna'],
      ["It's gonna be replaced when there's money for it.", 'verbatim'],
      ['We do not want to sell it. The workers were told that in March.', 'spliced', 'reorder: The workers were told that in March | the workers were told that in March'],
      ['The workers were told that in March. We do not want to sell it.', 'spliced', 'reorder: We do not want to sell it | We do not want to sell it'],
      ['We will dredge the whole channel before the winter storms come.', 'not-found'],
      ['pier southern', 'not-found'],
      ['We do not want to sell it, // because Lindqvist owns the southern pier.', 'altered', "negation: | can't", "ellipsis: | We can't sell it, frankly"],
      ['We are not closing the harbour this year, // and they never asked us to.', 'verbatim'],
    ],
  },
  {
    name: 'science interview',
    language: 'en',
    transcript: `
Interviewer: How sure are you that the lake is warming?
Dr. Imani Reyes: So the lake has warmed by roughly one point five degrees since the nineteen-eighties, and that's, um, that's not a small number. Most of it happened in the last ten years. I'm fairly confident about the surface, but we don't really know what happens below forty metres.
Interviewer: Could it be natural?
Dr. Imani Reyes: Some of it, sure. I would say maybe a third. But you can't explain all of it without the dam at Kessel. The dam changed the flow, and nobody measured it before two thousand and six. We have never claimed that the fish are dying because of us.
Interviewer: What would you need?
Dr. Imani Reyes: Two more boats, at least three years, and someone at the ministry who answers the phone. If the sensors survive the winter, we could publish in June. It's not that hard, honestly.
`,
    cases: [
      ['The lake has warmed by roughly 1.5 degrees', 'verbatim'],
      ['the lake has warmed by 1.5 degrees', 'altered', 'hedge: | roughly'],
      ['the lake has warmed by roughly 2.5 degrees', 'altered', 'number: 2.5 | one point five'],
      ["That's not a small number.", 'verbatim'],
      ["That's a small number. Most of it happened in the last 10 years.", 'altered', 'negation: | not'],
      ['That is not a small number.', 'cleaned-up', "filler: That is | that's"],
      ['Most of it happened in the last 20 years.', 'altered', 'number: 20 | ten'],
      ['It happened in the last ten years.', 'verbatim'],
      ["I'm confident about the surface, but we don't really know what happens below forty metres.", 'altered', 'omission: | fairly'],
      ["we really know what happens below forty metres", 'altered', "negation: | don't"],
      ['We do not know what happens below 40 metres.', 'altered', "filler: do not | don't", 'omission: | really'],
      ["I would say a third.", 'altered', 'hedge: | maybe'],
      ["you can explain all of it without the dam at Kessel", 'altered', "negation: can | can't"],
      ["you can't explain all of it without the dam at Kassel", 'altered', 'name: Kassel | Kessel'],
      ["you can't explain all of it without the dam", 'verbatim'],
      ["you can't explain it without the dam at Kessel", 'altered', 'omission: | all of'],
      ['The dam changed the flow … before 2006.', 'altered', 'ellipsis: … | and nobody measured it', 'negation: … | nobody'],
      ['The dam changed the flow, and [no one] measured it before 2006.', 'marked-edits', 'bracket: [no one] | nobody'],
      ['The dam changed the flow, and nobody measured it before 2016.', 'altered', 'number: 2016 | two thousand and six'],
      ['We have claimed that the fish are dying because of us.', 'altered', 'negation: | never'],
      ['We have never claimed that the fish are dying because of [the project].', 'marked-edits', 'bracket: [the project] | us'],
      ['We have never claimed that the fish died because of us.', 'altered', 'replacement: died | are dying'],
      ['Two more boats, at least three years, and someone at the ministry who answers the phone.', 'verbatim'],
      ['Two more boats, three years, and someone at the ministry who answers the phone.', 'altered', 'hedge: | at least'],
      ['Two more boats … and someone at the ministry who answers the phone.', 'altered', 'ellipsis: … | at least three years', 'hedge: … | at least', 'number: … | three'],
      ['If the sensors survive the winter, we will publish in June.', 'altered', 'hedge: will | could'],
      ['We could publish in June.', 'verbatim'],
      ['If the sensors survive the winter, we could publish in July.', 'altered', 'name: July | June'],
      ["It's not that hard.", 'verbatim'],
      ['The lake is dying and we are the ones who did it to the fish', 'not-found'],
      ["But you can't explain all of it without the dam at Kessel, // and nobody measured it before 2006", 'marked-edits', 'ellipsis: | The dam changed the flow'],
    ],
  },
  {
    name: 'courtroom',
    language: 'en',
    transcript: `
Q. Where were you on the evening of May fifth?
A. I was at home. I'd, uh, I'd come back from work at around nine thirty, and I didn't go out again.
Q. Did you see Mr. Halloran?
A. I saw him through the window. He was carrying something, I think it was a bag, and he did not look happy. I never spoke to him that night.
Q. And the van?
A. It was white. It was a white van with a dent in the door, and it had been there for two, three hours. I told the officers that I wasn't sure about the plate. It might have been Danish.
`,
    cases: [
      ["I'd come back from work at around 9:30, and I didn't go out again.", 'verbatim'],
      ["I had come back from work at around 9:30, and I did not go out again.", 'cleaned-up', "filler: I had | I'd", "filler: did not | didn't"],
      ["I'd come back from work at 9:30, and I didn't go out again.", 'altered', 'hedge: | around'],
      ["I'd come back from work at around nine thirty, and I went out again.", 'altered', "negation: went | didn't go"],
      ['I saw him through the window. He was carrying a bag, and he did not look happy.', 'altered', 'omission: | something', 'hedge: | I think', 'omission: | it was'],
      ['He was carrying something … and he did not look happy.', 'altered', 'ellipsis: … | I think it was a bag', 'hedge: … | I think'],
      ['He was carrying something, I think it was a bag, and he did look happy.', 'altered', 'negation: | not'],
      ['[Halloran] was carrying something, I think it was a bag', 'marked-edits', 'bracket: [Halloran] | He'],
      ['I never spoke to [Mr. Halloran] that night.', 'marked-edits', 'bracket: [Mr. Halloran] | him'],
      ['I spoke to him that night.', 'altered', 'negation: | never'],
      ['It was a white van with a dent in the door', 'verbatim'],
      ['It was a black van with a dent in the door', 'altered', 'replacement: black | white'],
      ['it had been there for two or three hours', 'altered', 'insertion: or |'],
      ['it had been there for 2, 3 hours', 'verbatim'],
      ['I told the officers that I was sure about the plate.', 'altered', "negation: was | wasn't"],
      ['It was Danish.', 'not-found'],
      ['I told the officers that I wasn\'t sure about the plate. It was Danish.', 'altered', 'hedge: was | might have been'],
    ],
  },
  {
    name: 'press conference after a match',
    language: 'en',
    transcript: `
REPORTER: Coach, what went wrong?
COACH DANIELS: Look, we played, we played bad. There's no other word. Kovač missed two penalties, the second one was, like, a metre over the bar. But I'm not gonna put it on him. He's nineteen, he's a kid, he'll score twenty goals for us next season, probably.
REPORTER: Will you resign?
COACH DANIELS: I've been asked that four times this week. No. I have a contract until twenty twenty-seven and I intend to, you know, to honour it. The fans deserve better. They deserve a team that runs. And honestly? I'd boo us too.
REPORTER: Is Petrov injured?
COACH DANIELS: It's his knee. The doctors say six to eight weeks, it could be less. We lost one to nothing against Brighton without him and we lost three to two today with him, so.
`,
    cases: [
      ["We played bad. There's no other word.", 'verbatim'],
      ['We played badly. There is no other word.', 'altered', 'replacement: badly | bad', "filler: There is | There's"],
      ["We played bad. There's another word.", 'altered', 'negation: another | no other'],
      ['Kovač missed two penalties, the second one was a metre over the bar.', 'cleaned-up', 'filler: | like'],
      ['Kovač missed three penalties', 'altered', 'number: three | two'],
      ['Petrov missed two penalties, the second one was, like, a metre over the bar.', 'altered', 'name: Petrov | Kovač'],
      ["I'm not going to put it on him.", 'cleaned-up', 'filler: going to | gonna'],
      ["I'm gonna put it on him. He's nineteen, he's a kid", 'altered', 'negation: | not'],
      ["He'll score 20 goals for us next season.", 'verbatim'],
      ["he'll score twenty goals for us next season, definitely", 'altered', 'hedge: definitely | probably'],
      ["He's nineteen … he'll score twenty goals for us next season", 'marked-edits', "ellipsis: … | he's a kid"],
      ["He's 19, he's a kid, he'll score 30 goals for us next season", 'altered', 'number: 30 | twenty'],
      ["I've been asked that five times this week.", 'altered', 'number: five | four'],
      ['I have a contract until 2027 and I intend to honour it.', 'cleaned-up', 'filler: | to, you know'],
      ['I have a contract until 2026 and I intend to honour it.', 'altered', 'number: 2026 | twenty twenty-seven', 'filler: | to, you know'],
      ['I have a contract … and I intend to … honour it.', 'altered', 'ellipsis: … | until twenty twenty-seven', 'number: … | twenty twenty-seven', 'ellipsis: … | you know, to'],
      ['The fans deserve a team that runs.', 'altered', 'omission: | deserve better. They'],
      ["The doctors say six to eight weeks", 'verbatim'],
      ['The doctors say 6 to 8 weeks, it will be less.', 'altered', 'hedge: will | could'],
      ['We lost 1 to nothing against Brighton without him', 'verbatim'],
      ['We lost one to nothing against Brighton with him', 'altered', 'negation: with | without'],
      ["The fans deserve better. We played bad.", 'spliced', 'reorder: We played bad | we played bad'],
    ],
  },
  {
    name: 'podcast with automatic captions',
    language: 'en',
    transcript: `
so i grew up in a town called merriden and my dad he uh he ran the only cinema there
and it was like ninety seats and on a good night we had maybe forty people in it
and when the mill closed in eighty two he did not fire anyone he just he stopped paying himself
and people think that is a sad story but it is not it is kind of the reason i do what i do
i mean my first film cost eleven thousand dollars and i borrowed half of that from a dentist
the dentist is rich now that is not a joke he bought the mill
`,
    cases: [
      ['On a good night, we had maybe 40 people in it.', 'verbatim'],
      ['On a good night, we had 40 people in it.', 'altered', 'hedge: | maybe'],
      ['On a good night, we had maybe 90 people in it.', 'altered', 'number: 90 | forty'],
      ['I grew up in a town called Merriden.', 'verbatim'],
      ['I grew up in a town called Sheffield, and my dad …', 'altered', 'name: Sheffield | merriden', 'ellipsis: … |'],
      ['When the mill closed in ’82 he did not fire anyone.', 'verbatim'],
      ['When the mill closed, he did not fire anyone.', 'altered', 'omission: | in', 'number: | eighty two'],
      ['When the mill closed in 1982, he did not fire anyone.', 'altered', 'number: 1982 | eighty two'],
      ['when the mill closed in eighty two he did fire anyone', 'altered', 'negation: | not'],
      ['He did not fire anyone. He stopped paying himself.', 'cleaned-up', 'filler: | he just'],
      ['People think that is a sad story, but it is not. It is the reason I do what I do.', 'altered', 'hedge: | kind of'],
      ['People think that is a sad story, but it is … the reason I do what I do.', 'altered', 'ellipsis: … | not it is kind of', 'negation: … | not', 'hedge: … | kind of'],
      ['My first film cost $11,000, and I borrowed half of that from a dentist.', 'verbatim'],
      ['My first film cost $11 million', 'altered', 'number: $11 million | eleven thousand dollars'],
      ['My first film cost $11,000, and I borrowed all of that from a dentist.', 'altered', 'number: all | half'],
      ['My first film cost $11,000, and I borrowed half of that from my dad.', 'altered', 'replacement: my dad | a dentist'],
      ['The dentist is rich now. That is a joke.', 'altered', 'negation: | not'],
      ['The dentist is rich now. He bought the mill.', 'altered', 'omission: | that is', 'negation: | not', 'omission: | a joke'],
      ['My first film cost eleven thousand dollars. // The dentist is rich now.', 'marked-edits', 'ellipsis: | and i borrowed half of that from a dentist'],
    ],
  },
  {
    name: 'factory owner on the radio',
    language: 'en',
    transcript: `
HOST: Good morning. Are the layoffs coming?
Greta Holm: Good morning. Listen, I have two hundred and forty people in this plant, and I know every one of them. If the tariffs go up to fifteen percent, I will have to let some of them go. I don't want to. But the bank, Northern Mutual, they don't care what I want.
HOST: How many?
Greta Holm: Between thirty and fifty, probably closer to fifty. The night shift first. We've already cancelled the new press, which would've cost us about four million euros. And nobody in the capital, nobody, has called me. The minister sent a letter. A letter! She's never set foot in here.
HOST: What would help?
Greta Holm: Time. Eighteen months would be enough, I believe. We sell to Canada, we sell to Japan, we're not dependent on one customer any more. But you can't turn a ship in a bathtub.
`,
    cases: [
      ['I have 240 people in this plant, and I know every one of them.', 'verbatim'],
      ['I have 140 people in this plant, and I know every one of them.', 'altered', 'number: 140 | two hundred and forty'],
      ['If the tariffs go up to 15%, I will have to let some of them go.', 'verbatim'],
      ['If the tariffs go up to 15 per cent, I will have to let … them go.', 'altered', 'ellipsis: … | some of', 'hedge: … | some of'],
      ['If the tariffs go up to 25 percent, I will have to let some of them go.', 'altered', 'number: 25 | fifteen'],
      ['I will have to let them go. I want to.', 'altered', 'hedge: | some of', "negation: | don't"],
      ['If the tariffs go up to fifteen percent, I might have to let some of them go.', 'altered', 'hedge: might | will'],
      ['I will have to let some of them go. I don’t want to.', 'verbatim'],
      ['But the bank … they don’t care what I want.', 'marked-edits', 'ellipsis: … | Northern Mutual'],
      ['But the bank, Southern Mutual, they don’t care what I want.', 'altered', 'name: Southern | Northern'],
      ['But the bank, they don’t care what I want.', 'altered', 'name: | Northern Mutual'],
      ['Between thirty and fifty, probably closer to thirty.', 'altered', 'number: thirty | fifty'],
      ['Between 30 and 50, closer to 50.', 'altered', 'hedge: | probably'],
      ["We've already cancelled the new press, which would've cost us about €4 million.", 'verbatim'],
      ['We have already cancelled the new press, which would have cost us about four million euros.', 'cleaned-up', "filler: We have | We've", "filler: would have | would've"],
      ["We've already cancelled the new press, which would've cost us four million euros.", 'altered', 'hedge: | about'],
      ["We've already cancelled the new press, which would've cost us about four billion euros.", 'altered', 'number: four billion | four million'],
      ['And nobody in the capital has called me.', 'cleaned-up', 'filler: | nobody'],
      ["[The minister has] never set foot in here.", 'marked-edits', "bracket: [The minister has] | She's"],
      ["She's set foot in here.", 'altered', 'negation: | never'],
      ['Eighteen months would be enough.', 'verbatim'],
      ['18 months would be enough, I believe.', 'verbatim'],
      ['Eight months would be enough, I believe.', 'altered', 'number: Eight | Eighteen'],
      ["We sell to Canada, we sell to China, we're not dependent on one customer any more.", 'altered', 'name: China | Japan'],
      ["We sell to Japan, we sell to Canada, we're not dependent on one customer any more.", 'altered', 'name: Japan | Canada', 'name: Canada | Japan'],
      ["We're dependent on one customer.", 'altered', 'negation: | not'],
      ["you can turn a ship in a bathtub", 'altered', "negation: can | can't"],
      ['You can’t turn a ship in a bathtub.', 'verbatim'],
      ['You cannot turn a ship [around] in a bathtub.', 'cleaned-up', "filler: cannot | can't", 'bracket: [around] |'],
      ['We sell to Canada … You can’t turn a ship in a bathtub.', 'altered', "ellipsis: … | we sell to Japan, we're not dependent on one customer any more. But", "negation: … | not"],
      ['The tariffs will destroy this plant and everybody in it by Christmas.', 'not-found'],
    ],
  },
  {
    name: 'captions in capitals',
    language: 'en',
    transcript: `WEBVTT

00:00:01.000 --> 00:00:04.000
>> DR. OKAFOR: THE VACCINE DOES NOT CAUSE

00:00:04.000 --> 00:00:07.000
INFERTILITY IN WOMEN OR IN MEN. WE LOOKED

00:00:07.000 --> 00:00:10.000
AT 14,000 RECORDS FROM LEEDS AND YORK.

00:00:10.000 --> 00:00:12.000
>> AND THE SIDE EFFECTS?

00:00:12.000 --> 00:00:16.000
>> DR. OKAFOR: MOSTLY A SORE ARM. ABOUT 1 IN 10 HAD A FEVER.
`,
    cases: [
      ['The vaccine does not cause infertility in women or in men.', 'verbatim'],
      ['The vaccine does … cause infertility in women', 'altered', 'ellipsis: … | NOT', 'negation: … | NOT'],
      ['We looked at fourteen thousand records from Leeds and York.', 'verbatim'],
      ['We looked at 14,000 records from Leeds and Bradford.', 'altered', 'name: Bradford | YORK'],
      ['We looked at 40,000 records from Leeds and York.', 'altered', 'number: 40,000 | 14,000'],
      ['A sore arm. One in ten had a fever.', 'altered', 'hedge: | ABOUT'],
      ['The vaccine (from Leeds) does not cause infertility in women or in men.', 'marked-edits', 'bracket: (from Leeds) |'],
      ['Mostly a sore arm. About one in 10 had a fever.', 'verbatim'],
    ],
  },
  {
    name: 'deposition',
    language: 'en',
    transcript: `
Q. Did you, uh, did you sign the contract with Meridian?
A. I signed a contract. I don't remember whether it was Meridian. It's — there were a lot of contracts that spring, and, and my lawyer handled most of them.
Q. But your name is on it.
A. My name's on a lot of things. I am not a — I'm not a details person. If I'd known that the pensions were in there, I would never have signed it.
Q. When did you find out?
A. Two weeks later. No, three. Three weeks later, around the tenth of June. I was furious, I was absolutely furious, and I called Whitaker and I said, "You can't do this to people."
`,
    cases: [
      ['I signed the contract.', 'altered', 'replacement: the | a'],
      ['I am not a details person.', 'cleaned-up', "filler: I am | I'm"],
      ["I'm a details person.", 'altered', 'negation: | not'],
      ['If I’d known that the pensions were in there, I would have signed it.', 'altered', 'negation: | never'],
      ['If I had known that the pensions were in there, I would never have signed it.', 'cleaned-up', "filler: I had | I'd"],
      ['Three weeks later, around June 10, I was furious.', 'verbatim'],
      ['Three weeks later, around 10 June', 'verbatim'],
      ['Three weeks later, around June 20', 'altered', 'number: June 20 | the tenth of June'],
      ['Three weeks later, on the tenth of June', 'altered', 'hedge: on | around'],
      ['I called Whitaker and I said, ‘You can’t do this to people.’', 'verbatim'],
      ['I called Whittaker and I said, “You can do this to people.”', 'altered', 'name: Whittaker | Whitaker', "negation: can | can't"],
      ['There were a lot of contracts that spring, and my lawyer handled most of them.', 'cleaned-up', 'filler: | and'],
      ['There were a lot of contracts that spring, and my lawyer handled all of them.', 'altered', 'filler: | and', 'hedge: all | most'],
      ['There were many contracts that spring, and my lawyer handled most of them.', 'altered', 'hedge: many | a lot of', 'filler: | and'],
      ["My name's on a lot of things. But your name is on it.", 'spliced', 'reorder: But your name is on it | But your name is on it'],
      ['My name is on it.', 'altered', 'replacement: My | your'],
      ['I was absolutely furious, and I called [the bank].', 'marked-edits', 'bracket: [the bank] | Whitaker'],
      ['I was absolutely furious, and I called [Meridian’s chief, Tom Whitaker].', 'marked-edits', 'bracket: [Meridian’s chief, Tom Whitaker] | Whitaker'],
    ],
  },
];
