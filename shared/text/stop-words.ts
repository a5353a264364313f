import { primaryLanguage } from '../domain/transcript.ts';

/** Function words that say little by themselves, by the language's first subtag: where word counts begin, to be edited by the researcher. */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't could couldn't
    did didn't do does doesn't doing don't down during each few for from further get got had hadn't has hasn't have haven't having he he'd he'll he's her here hers
    herself him himself his how i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let's me more most my myself no nor not of off oh on once only or
    other our ours ourselves out over own quite really same she she'd she'll she's should shouldn't so some such than that that's the their theirs them themselves then there
    there's these they they'd they'll they're they've this those through to too uh um under until up us very was wasn't we we'd we'll we're we've well were weren't what what's
    when where which while who whom why will with won't would wouldn't yeah yes you you'd you'll you're you've your yours yourself yourselves`,
  zh: `的 了 是 在 我 你 他 她 它 我们 你们 他们 她们 它们 咱们 这 那 这个 那个 这些 那些 这样 那样 这么 那么 这里 那里 这儿 那儿 就 都 也 还 又 再 很 太 更 最 不 没 没有
    有 和 与 跟 同 及 或 或者 而 而且 但 但是 可是 不过 所以 因为 如果 要是 虽然 然后 就是 还是 只是 只 才 把 被 给 对 对于 从 到 向 往 为 为了 以 于 用 由 比 着 过 地 得
    吗 呢 吧 啊 呀 嘛 哦 嗯 唉 啦 个 一 一个 一些 一下 些 点 上 下 里 中 去 来 说 会 能 要 可以 可能 应该 什么 怎么 怎样 为什么 哪 哪个 哪里 谁 几 多少 自己 人家 别人 大家 之 其 此 该 等 等等`,
  ja: `した ま っ せん てい まし ましょ なら たら でし の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって
    により おり より による ず なり られる において ば なかっ なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに でも ら たり その他 に関する たち
    ます ん なら に対して 特に せる 及び これら とき では にて ほか ながら うち そして とともに ただし かつて それぞれ または お ほど ものの に対する ほとんど と共に といった です とも ところ ここ
    ね よ わ ぞ さん はい いいえ ええ あの えっと まあ けど けれど でした ました ません じゃ って そう こう どう あれ どれ 私 わたし 僕 あなた 彼 彼女`,
};

/** The list a language begins with; empty for languages without one. */
export function defaultStopWords(language: string): readonly string[] {
  const list = lists[primaryLanguage(language)];
  return list === undefined ? [] : list.split(/\s+/);
}
