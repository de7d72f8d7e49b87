import type { QuoteCases } from './quote-case.ts';

export const CHINESE_CASES: QuoteCases = {
  name: '水厂厂长的采访',
  language: 'zh',
  transcript: `
记者：今年水费会涨吗？
林国栋：嗯，今年水费不会涨。我们大概投了二十五个亿，这个数字不小。我觉得设备还能用三年。
记者：南京那边的管道呢？
林国栋：南京的管道是去年修的，没有人受伤。可能明年还要再换一批。工厂一共有三百二十名工人，我们从来没有拖欠过工资。
`,
  cases: [
    ['今年水费不会涨', 'verbatim'],
    ['“今年水费不会涨。”', 'verbatim'],
    ['今年水费会涨。我们大概投了二十五个亿', 'altered', 'negation: 会 | 不会'],
    ['南京的管道是去年修的，没有人受伤。', 'verbatim'],
    ['南京的管道是去年修的，有人受伤。', 'altered', 'negation: 有人 | 没有人'],
    ['苏州的管道是去年修的，没有人受伤。', 'altered', 'name: 苏州 | 南京'],
    ['工厂一共有320名工人', 'verbatim'],
    ['工厂一共有420名工人，我们从来没有拖欠过工资。', 'altered', 'number: 420 | 三百二十'],
    ['明年还要再换一批', 'verbatim'],
    ['没有人受伤。明年还要再换一批。工厂一共有三百二十名工人', 'altered', 'hedge: | 可能'],
    ['工厂……从来没有拖欠过工资。', 'altered', 'ellipsis: …… | 一共有三百二十名工人，我们', 'number: …… | 三百二十'],
    ['[该厂]一共有三百二十名工人，我们从来没有拖欠过工资。', 'marked-edits', 'bracket: [该厂] | 工厂'],
    ['我们投了25个亿，这个数字不小。', 'altered', 'hedge: | 大概'],
    ['设备还能用三年', 'verbatim'],
    ['我们计划在上海建一座新的发电站', 'not-found'],
  ],
};
