import { phrases, spelledOut, values, words, type Language } from './language.ts';

/** Simplified and traditional, as the word segmenter cuts them. Numbers have a reader of their own: they are written by place. */
export const CHINESE: Language = {
  decimal: '.',
  hesitations: words('嗯 呃 啊 额 哎 唉 哦 噢 唔 诶 呢 吧 嘛 啦 呀 哈'),
  particles: words('那个 这个 就是 然后'),
  markers: phrases(`
    就是 说, 就是说, 那么, 那, 对, 对 吧, 对吧, 是 吧, 其实, 反正, 你 知道, 你知道, 您 知道, 我 是 说, 怎么 说 呢, 怎么说呢, 怎么 说, 说实话, 老实说, 好, 好的, 的话, 这样, 这样 子, 嘛, 我 觉得 吧, 坦率地 说, 坦白 说, 所以 说, 的 话
  `),
  restored: words(''),
  negations: phrases('不, 没, 没有, 未, 无, 無, 沒, 沒有, 别, 別, 非, 从不, 从未, 绝不, 决不, 未必, 毫无, 不能, 不是, 不会, 不 是, 没 有, 并非, 不可能, 否认, 拒绝, 除非'),
  hedges: phrases(`
    可能, 也许, 也許, 或许, 或許, 大概, 大约, 大約, 恐怕, 似乎, 好像, 应该, 應該, 据说, 據說, 据称, 我 觉得, 我觉得, 我 覺得, 我 认为, 我认为, 我 想, 我想, 我 相信, 我 估计, 估计, 看来, 看起来, 看 起来, 在 我 看来, 在我看来, 据 我 所知, 据我所知, 差不多, 基本上, 基本,
    几乎, 一般, 一般 来说, 通常, 有时, 有时候, 经常, 某种 程度 上, 某种程度上, 或者, 多少, 有点, 有 点, 有些, 部分, 大部分, 大多, 左右, 上下, 希望, 未必, 不一定, 不 一定, 说不定, 推测, 约, 近
  `),
  hedgesBeforeNumbers: phrases('约, 大约, 大概, 近, 将近, 接近, 超过, 不到, 至少, 最多, 多达, 差不多, 几乎, 只有, 仅, 仅仅, 只'),
  hedgesAfterNumbers: phrases('左右, 上下, 多, 以上, 以下, 以内'),
  quantifiers: words('所有 全部 每 每个 大多数 多数 一些 有些 很多 许多 少数 总是'),
  amounts: words('一半 半 两倍 倍 翻倍 双 若干 几十 几百 几千 几万 数十 数百 数千 数万 第一 第二 第三'),
  numbers: {
    small: values(''),
    hundreds: words(''),
    scales: values('千 1000 万 10000 萬 10000 亿 100000000 億 100000000'),
    joiners: words(''),
    articles: words(''),
    unitsFirst: false,
    ordinals: values(''),
    points: words(''),
    halves: words(''),
    suffixes: values(''),
  },
  contractions: spelledOut(`
    不会: 不 会
    不是: 不 是
    不能: 不 能
    不想: 不 想
    不要: 不 要
    不用: 不 用
    不行: 不 行
    不好: 不 好
    不对: 不 对
    不知道: 不 知道
    不可能: 不 可能
    不应该: 不 应该
    不可以: 不 可以
    不同意: 不 同意
    不支持: 不 支持
    不需要: 不 需要
    不愿意: 不 愿意
    不愿: 不 愿
    不敢: 不 敢
    不得: 不 得
    不再: 不 再
    不必: 不 必
    没有: 没 有
    沒有: 沒 有
    并不: 并 不
    并没有: 并 没 有
    并没: 并 没
    从来不: 从来 不
    绝不: 绝 不
    决不: 决 不
    也不: 也 不
    都不: 都 不
    还没: 还 没
    还没有: 还 没 有
    就是说: 就是 说
    你知道: 你 知道
    我觉得: 我 觉得
    我认为: 我 认为
    我想: 我 想
    对吧: 对 吧
    好像是: 好像 是
    这是: 这 是
    那是: 那 是
    就会: 就 会
    都会: 都 会
    都是: 都 是
    也是: 也 是
    还会: 还 会
  `),
  compounds: new Map(),
  modals: words('会 能 可以 可能 应该 要'),
  endings: [],
  titles: words('先生 女士 总统 主席 总理 部长 市长 省长 教授 博士 医生 经理 主任 书记 局长 校长 院长 发言人 记者 老师'),
  names: words(`
    中国 美国 英国 法国 德国 日本 韩国 俄罗斯 乌克兰 印度 巴西 加拿大 澳大利亚 意大利 西班牙 土耳其 伊朗 以色列 埃及 欧洲 亚洲 非洲 美洲 欧盟 联合国 台湾 香港 澳门 北京 上海 广州 深圳 天津 重庆 成都 武汉 杭州 南京 西安 苏州 长沙 青岛
    大连 厦门 郑州 沈阳 哈尔滨 昆明 广东 浙江 江苏 四川 湖北 湖南 河南 河北 山东 山西 陕西 福建 云南 新疆 西藏 内蒙古 华盛顿 纽约 伦敦 巴黎 东京 首尔 莫斯科 柏林 华为 腾讯 阿里巴巴 百度 小米 苹果 谷歌 微软 特斯拉
  `),
  nameStyle: 'listed',
};
