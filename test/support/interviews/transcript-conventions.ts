/** Each a file of a kind in the field: its name, what is in it, and the turns of its speakers. All invented. */
export const conventions: readonly (readonly [name: string, text: string, turns: Readonly<Record<string, number>>])[] =
  [
    [
      'otter.txt',
      "Jane Doe  0:03  \nSo thanks for joining today. Can you tell me about your work?\n\nSpeaker 2  0:12  \nSure. I'm a nurse: I work nights.\n\nJane Doe  1:02:45  \nAnd how long?\n\nSpeaker 2  1:03:01  \nTen years.\n\nTranscribed by https://otter.ai\n",
      { 'Jane Doe': 2, 'Speaker 2': 2 },
    ],
    [
      'zoom.txt',
      '00:00:03\tJane Doe:\tSo thanks for joining.\n00:00:09\tBob Smith:\tHi.\n00:00:12\tJane Doe:\tHow are you?\n00:00:15\tBob Smith:\tFine.\n',
      { 'Jane Doe': 2, 'Bob Smith': 2 },
    ],
    [
      'zoomchat.txt',
      '[Jane Doe] 10:00:03\nSo thanks for joining.\n\n[Bob Smith] 10:00:09\nHi: there.\n\n[Jane Doe] 10:00:12\nHow are you?\n',
      { 'Jane Doe': 2, 'Bob Smith': 1 },
    ],
    [
      'teams.txt',
      'Interview-20230303_100000-Meeting Recording\nMarch 3, 2023, 10:00AM\n45m 12s\n\nJane Doe started transcription\n\nJane Doe   0:03\nSo thanks for joining today.\n\nSmith, Bob   0:12\nSure. I work nights.\n\nJane Doe   0:20\nAnd how long?\n\nSmith, Bob   0:25\nTen years.\n\nJane Doe stopped transcription\n',
      { 'Jane Doe': 2, 'Smith, Bob': 2 },
    ],
    [
      'teams2.txt',
      '0:0:0.0 --> 0:0:3.120\nJane Doe\nSo thanks for joining today.\n0:0:3.120 --> 0:0:9.5\nBob Smith (External)\nSure. I work nights.\n0:0:9.5 --> 0:0:12.1\nJane Doe\nAnd how long?\n0:0:12.1 --> 0:0:14.1\nBob Smith (External)\nTen years.\n',
      { 'Jane Doe': 2, 'Bob Smith (External)': 2 },
    ],
    [
      'feishu.txt',
      '2023年3月3日 10:00 会议\n关键词：工作、夜班\n\n张三 00:00:03\n谢谢你参加。你做什么工作？\n\n李四 00:00:12\n我是护士：上夜班。\n\n张三 00:01:02\n多久了？\n\n李四 00:01:08\n十年。\n',
      { 张三: 2, 李四: 2 },
    ],
    [
      'tencent2.txt',
      '张三（张三的会议室）(00:00:03):\n谢谢你参加。\n\n李四(00:00:12):\n我是护士。\n\n张三（张三的会议室）(00:01:02):\n多久了？\n\n李四(00:01:08):\n十年。\n',
      { '张三（张三的会议室）': 2, 李四: 2 },
    ],
    [
      'xunfei.txt',
      '说话人1 00:03\n谢谢你参加。\n\n说话人2 00:12\n我是护士。\n\n说话人1 01:02\n多久了？\n\n说话人2 01:08\n十年。\n',
      { 说话人1: 2, 说话人2: 2 },
    ],
    [
      'xunfei2.txt',
      '讲话人1：\n[00:00:03] 谢谢你参加。\n讲话人2：\n[00:00:12] 我是护士。\n讲话人1：\n[00:01:02] 多久了？\n讲话人2：\n[00:01:12] 十年。\n',
      { 讲话人1: 2, 讲话人2: 2 },
    ],
    [
      'tongyi.txt',
      '发言人1   00:03\n谢谢你参加。\n\n发言人2   00:12\n我是护士。\n\n发言人1   01:02\n多久了？\n',
      { 发言人1: 2, 发言人2: 1 },
    ],
    [
      'rev.txt',
      'Jane Doe (00:03):\nSo thanks for joining today.\n\nSpeaker 2 (00:12):\nSure. I work nights. My view: it is hard.\n\nJane Doe (00:20):\nAnd how long?\n\nSpeaker 2 (00:25):\n[inaudible 00:00:26] Ten years.\n',
      { 'Jane Doe': 2, 'Speaker 2': 2 },
    ],
    [
      'revold.txt',
      'Jane Doe:\t[00:03]\tSo thanks for joining today.\nBob:\t[00:12]\tSure. I work nights.\nJane Doe:\t[00:20]\tAnd how long?\nBob:\t[00:25]\tTen years.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'descript.md',
      '**Jane Doe:** So thanks for joining today.\n\n**Bob Smith:** Sure. I work nights.\n\n[00:01:00] **Jane Doe:** And how long?\n\n**Bob Smith:** Ten years.\n',
      { 'Jane Doe': 2, 'Bob Smith': 2 },
    ],
    [
      'descript2.txt',
      '[00:00:03] Jane Doe: So thanks for joining today.\n[00:00:12] Bob Smith: Sure. I work nights.\n[00:00:20] Jane Doe: And how long?\n[00:00:25] Bob Smith: Ten years.\n',
      { 'Jane Doe': 2, 'Bob Smith': 2 },
    ],
    [
      'trint.txt',
      '[00:00:03.12] Jane Doe\nSo thanks for joining today.\n\n[00:00:12.00] Bob Smith\nSure. I work nights.\n\n[00:00:20.00] Jane Doe\nAnd how long?\n',
      { 'Jane Doe': 2, 'Bob Smith': 1 },
    ],
    [
      'sonix.txt',
      '[00:00:03] Speaker1: So thanks for joining today.\n\n[00:00:12] Speaker2: Sure. I work nights.\n\n[00:00:20] Speaker1: And how long?\n\n[00:00:30] Speaker2: Long.\n',
      { Speaker1: 2, Speaker2: 2 },
    ],
    [
      'f4.txt',
      'I: So thanks for joining today. #00:00:03-1#\nB: Sure. I work nights. #00:00:12-0#\nI: And how long? #00:00:20-5#\nB: Ten years. #00:00:25-9#\n',
      { I: 2, B: 2 },
    ],
    [
      'f4b.txt',
      '#00:00:03-1# I: So thanks for joining today.\n#00:00:12-0# B1: Sure. I work nights.\n#00:00:20-5# I: And how long?\n#00:00:25-9# B2: Ten years.\n',
      { I: 2, B1: 1, B2: 1 },
    ],
    [
      'oral.txt',
      'ORAL HISTORY INTERVIEW WITH MARY SMITH\nConducted by: John Brown\nDate: May 4, 1987\n\nBROWN: Today is May 4, 1987. This is John Brown.\nSMITH: Good morning.\nBROWN: Where were you born?\nSMITH: In Ohio: a small town. \n[End of Tape 1, Side A]\n[Begin Tape 1, Side B]\nBROWN: Go on.\nSMITH: So we moved.\n\nEND OF INTERVIEW\n',
      { BROWN: 3, SMITH: 3 },
    ],
    [
      'oral2.txt',
      'Interview with Mary Smith\n\nQ:  Where were you born?\n\nA:  In Ohio.\n\nQ:  And then?\n\nA:  We moved. There were three: me, Tom, and Ann.\n',
      { Q: 2, A: 2 },
    ],
    [
      'court2.txt',
      '1       Q.   State your name.\n2       A.   Mary Smith.\n3       Q.   Where do you live?\n4       A.   In Ohio.\n5       Q.   Go on.\n6       A.   On Main Street.\n7       Q.   What street?\n8       A.   Main.\n9       Q.   Thanks.\n10      A.   Sure.\n',
      { Q: 5, A: 5 },
    ],
    [
      'namealone.txt',
      'Jane Doe\nSo thanks for joining today.\n\nBob Smith\nSure. I work nights.\n\nJane Doe\nAnd how long?\n\nBob Smith\nTen years.\n',
      { 'Jane Doe': 2, 'Bob Smith': 2 },
    ],
    [
      'namealone2.txt',
      'Interviewer\n\nSo thanks for joining today.\n\nParticipant\n\nSure. I work nights.\n\nInterviewer\n\nAnd how long?\n\nParticipant\n\nTen years.\n',
      { Interviewer: 2, Participant: 2 },
    ],
    [
      'namealone-nogap.txt',
      'INTERVIEWER\nSo thanks for joining today.\nPARTICIPANT 3\nSure. I work nights.\nINTERVIEWER\nAnd how long?\nPARTICIPANT 3\nTen years.\n',
      { INTERVIEWER: 2, 'PARTICIPANT 3': 2 },
    ],
    [
      'titles.txt',
      "Dr. Jane O'Neill: So thanks for joining today.\nProf. María-José García (UAB): Sure. I work nights.\nDr. Jane O'Neill: And how long?\nProf. María-José García (UAB): Ten years.\nMr. Smith, Jr.: Hello.\nDr. Jane O'Neill: Hi.\n",
      { "Dr. Jane O'Neill": 3, 'Prof. María-José García (UAB)': 2, 'Mr. Smith, Jr.': 1 },
    ],
    [
      'focus.txt',
      'Focus group 3\nModerator: JD\nParticipants: P1 (f, 34), P2 (m, 29), P3 (f, 51)\n\nM: Welcome.\nP1: Hi.\nP2: Hi.\nP3: Hello.\nM: What about cameras?\nP2: My problem: they see all.\nP1: Yes.\nAll: [laughter]\nP3: No.\n',
      { M: 2, P1: 2, P2: 2, P3: 2, All: 1 },
    ],
    [
      'focus2.txt',
      'Moderator: Welcome.\nFemale 1: Hi.\nMale 2: Hi.\nMultiple speakers: [crosstalk]\nModerator: What about cameras?\nMale 2: They see all.\nFemale 1: Yes.\nUnidentified speaker: No.\nModerator: Thanks.\n',
      { Moderator: 3, 'Female 1': 2, 'Male 2': 2, 'Multiple speakers': 1, 'Unidentified speaker': 1 },
    ],
    [
      'zhcolon.txt',
      '访谈编号：A03\n时间：2023年3月3日\n地点：某社区\n访谈者：王某\n受访者：李女士，45岁，教师\n\n访谈者：您好，请问您怎么看？\n受访者：我觉得：还行。有人说：不好。\n访谈者：为什么？\n受访者：因为方便。\n',
      { 访谈者: 2, 受访者: 2 },
    ],
    [
      'zhWenDa.txt',
      '问：您好？\n答：好。\n问：为什么？\n答：理由有三：一、方便；二、便宜。\n追问：还有吗？\n答：没有了。\n',
      { 问: 2, 答: 3, 追问: 1 },
    ],
    ['zhabbr.txt', 'Q1：您好？\nA1：好。\nQ2：为什么？\nA2：方便。\nQ3：还有吗？\nA3：没有了。\n', { Q: 3, A: 3 }],
    [
      'zhname.txt',
      '王教授：请介绍。\n李同学（女，大三）：我来自北京。\n王教授：然后？\n李同学：我学法律。\n张同学：我补充：不对。\n王教授：好。\n',
      { 王教授: 3, 李同学: 2, 张同学: 1 },
    ],
    [
      'ja1.txt',
      '聞き手：今日はよろしくお願いします。\n田中さん：こちらこそ。\n聞き手：どう思いますか。\n田中さん：例えば：こうです。\n',
      { 聞き手: 2, 田中さん: 2 },
    ],
    [
      'ja2.txt',
      '――今日はよろしくお願いします。\n\n田中　こちらこそ。よろしく。\n\n――どう思いますか。\n\n田中　そうですね。\n\n――なるほど。\n\n田中　はい。\n',
      { '――': 3, 田中: 3 },
    ],
    [
      'ja3.txt',
      '【司会】今日はよろしくお願いします。\n【田中】こちらこそ。\n【司会】どう思いますか。\n【田中】そうですね。\n',
      { 司会: 2, 田中: 2 },
    ],
    [
      'ja4.txt',
      '司会　　今日はよろしくお願いします。\n田中氏　こちらこそ。\n司会　　どう思いますか。\n佐藤　　私は反対です。\n田中氏　そうですね。\n佐藤　　はい。\n',
      { 司会: 2, 田中氏: 2, 佐藤: 2 },
    ],
    [
      'jakokkai.txt',
      '○議長（山田太郎君）　これより会議を開きます。\n○田中一郎君　質問します。\n○国務大臣（佐藤花子君）　お答えします。\n○議長（山田太郎君）　次に。\n○田中一郎君　再質問。\n○国務大臣（佐藤花子君）　お答えします。\n',
      { '議長（山田太郎君）': 2, 田中一郎君: 2, '国務大臣（佐藤花子君）': 2 },
    ],
    [
      'jakokkai2.txt',
      '○委員長（山田太郎君）　ただいまから会議を開きます。\n　本日の議題に入ります。\n○田中一郎君　質問します。\n　次の点です。\n○政府参考人（佐藤花子君）　お答えします。\n○田中一郎君　再質問。\n○委員長（山田太郎君）　終わります。\n',
      { '委員長（山田太郎君）': 2, 田中一郎君: 2, '政府参考人（佐藤花子君）': 1 },
    ],
    [
      'ko.txt',
      '면접자: 안녕하세요?\n참여자: 네, 안녕하세요.\n면접자: 어떻게 생각하세요?\n참여자: 제 생각은: 좋아요.\n',
      { 면접자: 2, 참여자: 2 },
    ],
    [
      'de.txt',
      'Interviewerin: Wie geht es Ihnen?\nBefragter: Gut. Das heißt: sehr gut.\nInterviewerin: Warum?\nBefragter: Darum.\n',
      { Interviewerin: 2, Befragter: 2 },
    ],
    [
      'fr.txt',
      "Enquêteur : Comment allez-vous ?\nEnquêtée : Bien. C'est-à-dire : très bien.\nEnquêteur : Pourquoi ?\nEnquêtée : Parce que.\n",
      { Enquêteur: 2, Enquêtée: 2 },
    ],
    [
      'ru.txt',
      'Интервьюер: Как дела?\nРеспондент: Хорошо. То есть: очень хорошо.\nИнтервьюер: Почему?\nРеспондент: Потому.\n',
      { Интервьюер: 2, Респондент: 2 },
    ],
    ['ar.txt', 'المحاور: كيف حالك؟\nالمشارك: بخير.\nالمحاور: لماذا؟\nالمشارك: لأن.\n', { المحاور: 2, المشارك: 2 }],
    [
      'numturns.txt',
      '(1) Ben: And why do\n(2) Anna: I do that\n(3) Ben: And why do\n(4) Anna: I do that\n(5) Ben: And why do\n(6) Anna: I do that\n(7) Ben: And why do\n(8) Anna: I do that\n(9) Ben: And why do\n(10) Anna: I do that\n(11) Ben: And why do\n(12) Anna: I do that',
      { Ben: 6, Anna: 6 },
    ],
    [
      'bilingual.txt',
      'Interviewer / 访谈者: How are you? / 你好吗？\nRespondent / 受访者: Fine. / 很好。\nInterviewer / 访谈者: Why? / 为什么？\nRespondent / 受访者: Because. / 因为。\n',
      { 'Interviewer / 访谈者': 2, 'Respondent / 受访者': 2 },
    ],
    ['bilingual2.txt', 'I: How are you?\n（你好吗？）\nR: Fine.\n（很好。）\nI: Why?\nR: Because.\n', { I: 2, R: 2 }],
    [
      'timestampsafter.txt',
      'Jane: [00:03] So thanks.\nBob: [00:12] Sure.\nJane: [00:20] How long?\nBob: [00:25] Ten years.\n',
      { Jane: 2, Bob: 2 },
    ],
    [
      'timesown.txt',
      '[00:00:03]\nJane: So thanks.\n\n[00:00:12]\nBob: Sure.\n\n[00:00:20]\nJane: How long?\n',
      { Jane: 2, Bob: 1 },
    ],
    ['angled.txt', '<Jane> So thanks.\n<Bob> Sure.\n<Jane> How long?\n<Bob> Ten years.\n', { Jane: 2, Bob: 2 }],
    [
      'whatsapp.txt',
      '[03/03/23, 10:00:03] Jane Doe: So thanks.\n[03/03/23, 10:00:12] Bob: Sure.\n[03/03/23, 10:00:20] Jane Doe: How long?\n[03/03/23, 10:00:33] Bob: Ten.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'whatsapp2.txt',
      '03/03/2023, 10:00 - Jane Doe: So thanks.\n03/03/2023, 10:01 - Bob: Sure.\n03/03/2023, 10:02 - Jane Doe: How long?\n03/03/2023, 10:03 - Bob: Ten.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'wechat.txt',
      '张三 2023-03-03 10:00:03\n谢谢你参加。\n\n李四 2023-03-03 10:00:12\n我是护士。\n\n张三 2023-03-03 10:01:02\n多久了？\n',
      { 张三: 2, 李四: 1 },
    ],
    ['gt.txt', '>> JANE: So thanks.\n>> BOB: Sure.\n>> JANE: How long?\n>> BOB: Ten years.\n', { JANE: 2, BOB: 2 }],
    [
      'initialsdots.txt',
      'J.D.: So thanks.\nB.S.: Sure.\nJ.D.: How long?\nB.S.: Ten years.\n',
      { 'J.D.': 2, 'B.S.': 2 },
    ],
    [
      'lowernames.txt',
      'jane: So thanks.\nbob: Sure. one thing: it is hard.\njane: How long?\nbob: Ten years.\njane: ok\nbob: yes\n',
      { jane: 3, bob: 3 },
    ],
    [
      'int-num.txt',
      'Interviewer 1: So thanks?\nInterviewee: Sure.\nInterviewer 2: How long?\nInterviewee: Ten years.\n',
      { 'Interviewer 1': 1, 'Interviewer 2': 1, Interviewee: 2 },
    ],
    [
      'timestamps-inline.txt',
      'Interviewer (00:00:03): So thanks?\n[00:00:10]\nInterviewee (00:00:12): Sure: I do.\nInterviewer (00:00:20): How long?\nInterviewee (00:00:30): Ten years.\n',
      { Interviewer: 2, Interviewee: 2 },
    ],
    ['tabs2.txt', 'Jane\tSo thanks.\nBob\tSure.\nJane\tHow long?\nBob\tTen years.\n', { Jane: 2, Bob: 2 }],
    [
      'spaces.txt',
      'Jane      So thanks.\nBob       Sure.\n          And I mean it.\nJane      How long?\nBob       Ten years.\n',
      { Jane: 2, Bob: 2 },
    ],
    [
      'akta.txt',
      '主持人　　各位好。\n张先生　　你好。\n主持人　　怎么看？\n张先生　　很好。\n',
      { 主持人: 2, 张先生: 2 },
    ],
    ['emdash.txt', 'JANE—So thanks.\nBOB—Sure.\nJANE—How long?\nBOB—Ten years.\n', { JANE: 2, BOB: 2 }],
    [
      'mdbold.md',
      '**Jane Doe**: So thanks.\n\n**Bob**: Sure: it is.\n\n**Jane Doe**: How long?\n\n**Bob**: Ten years.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'mdboldnocolon.md',
      '**Jane Doe** So thanks.\n\n**Bob** Sure: it is.\n\n**Jane Doe** How long?\n\n**Bob** Ten years.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'mdboldline.md',
      '**Jane Doe**\n\nSo thanks.\n\n**Bob**\n\nSure: it is.\n\n**Jane Doe**\n\nHow long?\n\n**Bob**\n\nTen years.\n',
      { 'Jane Doe': 2, Bob: 2 },
    ],
    [
      'mditalic.md',
      '*Jane:* So thanks.\n\n*Bob:* Sure: it is.\n\n*Jane:* How long?\n\n*Bob:* Ten years.\n',
      { Jane: 2, Bob: 2 },
    ],
    [
      'mdheadtime.md',
      '### Jane Doe [00:00:03]\n\nSo thanks.\n\n### Bob [00:00:12]\n\nSure.\n\n### Jane Doe [00:00:20]\n\nHow long?\n',
      { 'Jane Doe': 2, Bob: 1 },
    ],
    ['mdlist.md', '- **Jane**: So thanks.\n- **Bob**: Sure.\n- **Jane**: How?\n- **Bob**: So.\n', { Jane: 2, Bob: 2 }],
    [
      'mdtable.md',
      '| Speaker | Text |\n| --- | --- |\n| Jane | So thanks. |\n| Bob | Sure. |\n| Jane | How long? |\n| Bob | Ten years. |\n',
      { Jane: 2, Bob: 2 },
    ],
    [
      'mdtable2.md',
      '| Time | Speaker | Text |\n|---|---|---|\n| 00:03 | Jane | So thanks. |\n| 00:12 | Bob | Sure. |\n| 00:20 | Jane | How long? |\n',
      { Jane: 2, Bob: 1 },
    ],
    [
      'html-dl.html',
      '<dl><dt>Jane</dt><dd>So thanks.</dd><dt>Bob</dt><dd>Sure.</dd><dt>Jane</dt><dd>How long?</dd><dt>Bob</dt><dd>Ten.</dd></dl>',
      { Jane: 2, Bob: 2 },
    ],
    [
      'html-b.html',
      '<!DOCTYPE html><html><body><p><b>Jane:</b> So thanks.</p><p><strong>Bob:</strong> Sure.</p><p><b>Jane:</b> How long?</p></body></html>',
      { Jane: 2, Bob: 1 },
    ],
    [
      'html-tbl.html',
      '<table><tr><td>Jane</td><td>So thanks.</td></tr><tr><td>Bob</td><td>Sure.</td></tr><tr><td>Jane</td><td>How long?</td></tr></table>',
      { Jane: 2, Bob: 1 },
    ],
    [
      'feishu.json',
      '[{"speaker":"张三","start_time":"00:00:03","content":"谢谢。"},{"speaker":"李四","start_time":"00:00:12","content":"好。"}]',
      { 张三: 1, 李四: 1 },
    ],
    [
      'otter.csv',
      'Speaker,Start,End,Text\nJane,0:03,0:10,"So, thanks."\nBob,0:12,0:20,Sure.\nJane,0:20,0:30,How long?\n',
      { Jane: 2, Bob: 1 },
    ],
    [
      'premiere.csv',
      '"Speaker Name","Start Time","End Time","Text"\n"Unknown","00:00:03:12","00:00:10:00","So thanks."\n"Bob","00:00:12:00","00:00:13:01","Sure."\n',
      { Unknown: 1, Bob: 1 },
    ],
    ['tsv.tsv', 'start\tend\tspeaker\ttext\n0\t1000\tA\tHi.\n1000\t2000\tB\tYes.\n', { A: 1, B: 1 }],
    [
      'teams.vtt',
      'WEBVTT\n\n00:00:03.000 --> 00:00:05.000\n<v Jane Doe>So thanks.</v>\n\n00:00:05.000 --> 00:00:07.000\n<v Bob Smith>Sure.</v>\n',
      { 'Jane Doe': 1, 'Bob Smith': 1 },
    ],
    [
      'court.txt',
      '          Q.   State your name.\n\n          A.   Mary Smith.\n\n          Q.   Where do you live?\n\n          A.   In Ohio.\n\n               MR. BROWN:  Objection.\n\n               THE COURT:  Overruled.\n\n          Q.   Go on.\n\n          A.   On Main Street.\n',
      { Q: 3, A: 3, 'MR. BROWN': 1, 'THE COURT': 1 },
    ],
  ];
