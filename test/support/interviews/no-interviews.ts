import { builtDocx, paragraph, run } from '../built-docx.ts';

const bold = (text: string): string => run(text, '<w:b/>');

/** Files in which nobody speaks, whatever is bold, numbered, timed or followed by a colon in them. All invented. */
export const noInterviews: readonly (readonly [name: string, content: string | (() => Promise<Uint8Array>)])[] = [
  [
    'a.docx',
    () =>
      builtDocx(
        [
          ['Aims. ', 'We asked.'],
          ['Methods. ', 'Interviews.'],
          ['Results. ', 'Mixed.'],
          ['Conclusion. ', 'Fine.'],
        ]
          .map(([term, words]) => paragraph(bold(term!), run(words!)))
          .join(''),
      ),
  ],
  [
    'b.docx',
    () =>
      builtDocx(
        Array.from({ length: 12 }, (_, place) =>
          paragraph(run('The '), bold('cameras'), run(` are everywhere in district ${place}.`)),
        ).join(''),
      ),
  ],
  [
    'c.docx',
    () =>
      builtDocx(
        Array.from(
          { length: 12 },
          (_, place) =>
            paragraph(bold('Note'), run(` this is number ${place} of the notes.`)) +
            paragraph(run('Long prose in between that goes on and on.')),
        ).join(''),
      ),
  ],
  [
    'd.docx',
    () =>
      builtDocx(
        ['Trust', 'Privacy', 'Fees', 'Records', 'Litter', 'Blacklist', 'Sincerity']
          .map((term) => paragraph(bold(term), run(' means a thing that is explained here at length.')))
          .join(''),
      ),
  ],
  [
    'e.docx',
    () =>
      builtDocx(
        paragraph(bold('Consent form')) +
          Array.from({ length: 6 }, (_, place) =>
            paragraph(bold(`${place + 1}.`), run(' I agree to take part in the study.')),
          ).join(''),
      ),
  ],
  [
    'f.docx',
    () =>
      builtDocx(
        Array.from(
          { length: 10 },
          () => paragraph(run('Whole line of text, plain.')) + paragraph(bold('Whole bold line as a heading')),
        ).join(''),
      ),
  ],
  [
    'report.md',
    '# Report\n\n**Finding 1** People like cameras.\n\n**Finding 2** People dislike fees.\n\n**Finding 3** People shrug.\n\n**Limitation** Small sample.\n',
  ],
  ['faq.md', '**What is it?** It is a system.\n\n**Who runs it?** The city.\n\n**Why?** For trust.\n'],
  [
    'log.txt',
    '2023-03-03 10:00:00 INFO started\n2023-03-03 10:00:01 INFO running\n2023-03-03 10:00:02 WARN slow\n2023-03-03 10:00:03 INFO done\n',
  ],
  ['ini.txt', 'name: x\nversion: 1\ndescription: y\nlicense: MIT\n'],
  ['schedule.txt', '10:00 Welcome\n10:30 Talk\n11:00 Coffee\n11:30 Talk\n12:00 Lunch\n'],
  ['timeline.txt', '1949: founded.\n1978: opened.\n1999: entered.\n2014: plan.\n2020: done.\n'],
  [
    'refs.txt',
    'Smith, J. (2010): Trust. London: Sage.\nJones, A. (2011): Privacy. New York: Wiley.\nSmith, J. (2012): More trust. London: Sage.\n',
  ],
  ['addr.txt', 'Tel: 123\nFax: 456\nMail: x@y.z\nWeb: http://x.y\n'],
  ['list2.txt', 'A. apples\nB. pears\nC. plums\nD. cherries\nE. figs\nF. dates\n'],
  [
    'mc.txt',
    '1. What is trust?\nA. a thing\nB. another\nC. none\nD. all\n2. What is fee?\nA. a thing\nB. another\nC. none\nD. all\n',
  ],
  [
    'novelja.txt',
    '「そうですか」と田中は言った。\n　田中は「はい」と答えた。\n佐藤が「いいえ」と言った。\n田中は「まさか」\n佐藤は「本当だ」\n田中は「そう」\n',
  ],
  ['novelzh.txt', '他说：“好。”\n她说：“不好。”\n他又说：“那怎么办？”\n她说：“走吧。”\n'],
  ['novelzh2.txt', '王先生笑道：“好。”\n李太太答道：“不好。”\n王先生问道：“怎么办？”\n李太太叹道：“走吧。”\n'],
  ['contract.txt', '甲方：某某公司\n乙方：张三\n地址：某市\n电话：123\n甲方应付款。乙方应交货。\n'],
  [
    'zhlaw.txt',
    '第一条 为了规范管理。\n第二条 本条例适用于本市。\n第三条 定义如下：\n（一）信用：履约状况。\n（二）失信：违约。\n',
  ],
  ['jadef.txt', '信用 人を信じること。\n料金 払うもの。\n記録 残すもの。\n点数 数えるもの。\n'],
  ['japoem.txt', '春 はあけぼの。\n夏 は夜。\n秋 は夕暮れ。\n冬 はつとめて。\n'],
  ['bibleverse.txt', 'Jesus said: love.\nPeter said: how?\nJesus said: so.\nPeter said: yes.\n'],
  ['code.txt', 'if x:\n    return 1\nelse:\n    return 2\nfor y in z:\n    pass\nelse:\n    pass\n'],
  ['dict.txt', '> a quoted mail\n> another line\n> more\nno: really\n> end\n'],
  [
    'recipe2.txt',
    'Serves: 4\n\nFor the sauce:\n2 tomatoes\n1 onion\n\nFor the dough:\nflour\nwater\n\nFor the sauce:\nstir\n',
  ],
  ['table.txt', 'City\tPeople\nRongcheng\t700000\nYunting\t300000\n'],
  ['numbers.txt', '1 one\n2 two\n3 three\n4 four\n5 five\n6 six\n7 seven\n8 eight\n9 nine\n10 ten\n11 eleven\n'],
  [
    'prosecolon.txt',
    Array.from(
      { length: 30 },
      (_, place) =>
        `Paragraph ${place} of a report about a city. It says one thing: the fees are paid. It was 10:30 when http://example.org/${place} was read.`,
    ).join('\n\n'),
  ],
  [
    'memo.txt',
    'To: All\nFrom: Me\nRe: Fees\n\nPoint: fees are high.\nCounterpoint: they are not.\nPoint: they are.\nCounterpoint: no.\n',
  ],
  ['dash-list.txt', '- apples\n- pears\n- plums\n\n- cherries\n- figs\n'],
  [
    'emdash-novel.txt',
    '—No sé —dijo ella.\n\nÉl la miró.\n\n—¿Por qué?\n\nElla no contestó.\n\n—Vamos.\n\nSe fueron.\n',
  ],
  [
    'ja-novel-dash.txt',
    '――それは昔のことだ。\n\n雨が降っていた。\n\n――彼は来ない。\n\n夜になった。\n\n――終わりだ。\n\n朝が来た。\n',
  ],
  ['names-list.txt', 'Anna Lee\nteacher, 34\n\nBen Ito\nnurse, 29\n\nCarla Diaz\ncook, 51\n'],
  [
    'srtno.srt',
    Array.from(
      { length: 8 },
      (_, place) =>
        `${place + 1}\n00:00:0${place},000 --> 00:00:0${place + 1},000\nOne line here\nand another: here\n\n`,
    ).join(''),
  ],
  ['lyrics.txt', 'Chorus:\nla la la\n\nVerse 1:\noh oh\n\nChorus:\nla la la\n\nVerse 2:\nah ah\n\nChorus:\nla\n'],
  ['score.txt', 'Home 2 - Away 1\nLeeds 0 - York 3\nHome 1 - Leeds 1\n'],
  [
    'qonly.txt',
    'Q: is a letter.\nIt stands alone in a text that has nothing else of the kind, and the text goes on.\nAnd on.\nAnd on.\nAnd on.\nAnd on.\n',
  ],
  ['recipe.txt', 'Boil 10 minutes\nStir well.\nFry 5 minutes\nTurn once.\nBoil 10 minutes\nServe.\n'],
  ['journeys.txt', 'From Anna to Berlin: 4 hours.\nFrom Berlin to Prague: 5 hours.\n'],
  ['weather.txt', '晴れ／東京\n曇り／大阪\n晴れ／京都\n曇り／神戸\n晴れ／奈良\n'],
  ['abstract.txt', '＜要旨＞本研究は。\n＜方法＞面接。\n＜結果＞よい。\n＜要旨＞再び。\n'],
  ['answers.txt', '「はい」：肯定の返事。\n「いいえ」：否定の返事。\n「はい」：もう一度。\n'],
];
