import type { SpeakerRole } from '../../domain/transcript.ts';

const interviewerWords = new Set(
  (
    'interviewer interviewers int iv intv interv i q question moderator mod facilitator researcher host reporter questioner anchor ' +
    'interviewerin interviewende moderatorin befrager fragesteller fragende enquêteur enquêteuse enquêtrice intervieweur intervieweuse ' +
    'animateur animatrice entrevistador entrevistadora moderador moderadora entrevistatore entrevistatrice intervistatore intervistatrice ' +
    'интервьюер модератор вопрос badacz badaczka moderatorka tazatel görüşmeci araştırmacı haastattelija intervjuer intervjuare pewawancara ' +
    'المحاور المحاورة الباحث الباحثة מראיין מראיינת साक्षात्कारकर्ता ผู้สัมภาษณ์ συνεντευκτής інтервʼюер ' +
    '访问者 访谈者 访谈员 访谈人 访问员 访员 访 采访者 采访人 采访 记者 主持人 主持 问 提问 提问者 研究者 研究员 调查员 调查者 ' +
    '訪問者 訪談者 訪談員 訪談人 訪問員 訪員 訪 採訪者 採訪人 採訪 記者 主持人 問 提問 提問者 研究者 研究員 調查員 調查者 ' +
    '聞き手 聞手 聞 きき手 インタビュアー インタビュワー インタビューアー 司会 司会者 質問者 質問 調査者 面接者 進行 ファシリテーター ' +
    '면접자 면담자 질문자 질문 문 진행자 사회자 연구자 인터뷰어'
  ).split(' '),
);

const respondentWords = new Set(
  (
    'respondent respondents interviewee interviewees participant participants informant subject patient student teacher guest answer a r p b ' +
    'befragte befragter befragter interviewte interviewter interviewpartner interviewpartnerin teilnehmer teilnehmerin antwort ' +
    'enquêté enquêtée répondant répondante interviewé interviewée participante entrevistado entrevistada participante encuestado encuestada ' +
    'intervistato intervistata partecipante respondentka rozmówca rozmówczyni badany badana katılımcı haastateltava informan narasumber geïnterviewde ' +
    'المشارك المشاركة المستجيب מרואיין מרואיינת उत्तरदाता ผู้ให้สัมภาษณ์ συνεντευξιαζόμενος ' +
    'респондент респондентка информант ответ ' +
    '受访者 受访人 受访 被访者 被访人 被访谈者 被采访者 被采访人 答 回答 答者 回答者 参与者 嘉宾 学生 居民 ' +
    '受訪者 受訪人 受訪 被訪者 被訪人 被訪談者 被採訪者 參與者 來賓 學生 ' +
    '話し手 語り手 対象者 協力者 答え 参加者 調査協力者 インタビュイー 被面接者 ゲスト ' +
    '응답자 피면접자 면담대상자 답변자 답 참여자 참가자 인터뷰이'
  ).split(' '),
);

const interviewerPhrases = new Set(['người phỏng vấn', 'phỏng vấn viên', 'personne enquêtrice']);
const respondentPhrases = new Set([
  'người trả lời',
  'người được phỏng vấn',
  'personne enquêtée',
  'persona entrevistada',
]);

/** Letters that only mean a role beside their counterpart (`I` and `R`, `Q` and `A`). */
const letters = new Set(['i', 'q', 'a', 'r', 'p', 'b']);

/**
 * The role a label's word names in English, Chinese, Japanese and some others (`Interviewer 2`, `受访者A`, `Ｑ`, `P3`), null for
 * a name. A dash for a name is the interviewer, as Japanese magazines print it.
 */
export function roleOfWord(name: string): Exclude<SpeakerRole, 'other'> | null {
  const folded = name.normalize('NFKC').toLowerCase();
  if (/^[―—─–-]+$/.test(folded)) return 'interviewer';
  const bare = folded.replace(/(?:[([]|, ).*$/, '').trim();
  for (const word of [bare, bare.replace(/[\s#._-]*(?:\d{1,3}|(?<=[^\p{ASCII}]|\s)[a-z])$/u, '').trim()]) {
    if (interviewerWords.has(word) || interviewerPhrases.has(word)) return 'interviewer';
    if (respondentWords.has(word) || respondentPhrases.has(word)) return 'respondent';
  }
  const parts = bare.split(/\s*[/|]\s*/u);
  if (parts.length > 1 && parts.length < 4 && !parts.includes(''))
    return parts.map(roleOfWord).find((role) => role !== null) ?? null;
  const lastWord = bare.split(/\s+/).at(-1)!;
  if (lastWord.length < 4) return null;
  return interviewerWords.has(lastWord) ? 'interviewer' : respondentWords.has(lastWord) ? 'respondent' : null;
}

/** Whether the label is a bare letter, with or without a number, that means a role only by convention. */
export function isRoleLetter(name: string): boolean {
  return letters.has(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s*\d+$/, ''),
  );
}

const headerKeys = new Set(
  (
    'date time start end duration length place location venue setting title subject topic theme author authors source url link http https ' +
    'file filename recording audio video transcript transcribed transcriber translator translated editor edited version copyright license keywords tags ' +
    'participants attendees present speakers interviewees moderators absent agenda abstract ' +
    'name age sex gender occupation job profession education nationality id code case number page chapter section part round session ' +
    'language email phone tel address legend interview datum ort dauer thema titel teilnehmer lieu durée fecha lugar ' +
    '日期 时间 時間 地点 地點 主题 主題 标题 標題 题目 題目 编号 編號 姓名 年龄 年齡 性别 性別 职业 職業 学历 學歷 单位 單位 语言 語言 地址 电话 電話 甲方 乙方 ' +
    '时长 時長 录音 錄音 整理 整理者 记录 記錄 记录者 转录 轉錄 校对 校對 翻译 翻譯 来源 來源 作者 编辑 編輯 关键词 關鍵詞 摘要 简介 簡介 与会者 與會者 参加人员 出席 出席者 列席 会议 會議 ' +
    '日時 日付 場所 会場 件名 題名 番号 氏名 名前 年齢 職業 所属 略歴 底本 初出 入力 校正 親本 底本の親本 出典 参考文献 写真 撮影 取材 構成 執筆 凡例 ' +
    '날짜 장소 시간 제목 이름 나이 성별 직업'
  ).split(' '),
);

/** Words that lead an argument or a remark, in speech as well as around it. */
const argumentWords = new Set(
  (
    'action actions apologies present welcome finance aob probe probes prompt follow-up opening closing warm-up main intro outro ingredients pros cons tip tips overview details chorus verse refrain bridge finding findings limitation limitations ' +
    'monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night today yesterday tomorrow info warn error debug trace fatal ' +
    'advantages disadvantages strengths weaknesses opportunities threats challenges benefits risks causes effects findings discussion observation observations comment comments ' +
    '背景 影响 影響 优点 優點 缺点 缺點 优势 劣势 措施 对策 對策 意义 意義 现状 現狀 特点 特點 建议 提示 说明 說明 追加 上午 下午 早上 中午 晚上 今天 昨天 明天 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 ' +
    '課題 現状 特徴 対策 効果 長所 短所 要点 背景 午前 午後 朝 昼 夜 今日 昨日 明日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 ' +
    'note notes nb summary background introduction conclusion method methods no key example examples warning important update edit ps todo fig figure table step reason result point ' +
    '备注 備註 附注 附註 注 註 注意 首先 其次 再次 最后 最後 第一 第二 第三 第四 比如 例如 譬如 总之 總之 结论 結論 原因 结果 結果 建议 建議 问题 問題 目的 例子 答案 方法 意思 ' +
    '要旨 概要 考察 結論 謝辞 序論 備考 参考 資料 例えば たとえば つまり まず 次に 理由 結局 実際 注記 참고'
  ).split(' '),
);

/** Whether a label leads an argument or a remark (`Note:`, `首先：`), never a person's words. */
export function isArgumentWord(name: string): boolean {
  const folded = name.normalize('NFKC').toLowerCase().trim();
  return argumentWords.has(folded) || numberedPart.test(folded);
}

/** `Chapter 3`, `Tape 1`, `第三章`: parts of a text, not people. */
const numberedPart =
  /^(?:chapter|part|section|appendix|annex|figure|fig\.?|table|step|page|item|example|scene|act|slide|topic|theme|tape|side|track|day|week|phase|stage|task|exhibit|case study|verse|finding|kapitel|teil|chapitre|partie|capítulo|parte|глава|часть)\s*(?:\d{1,4}|[ivxl]{1,6}|[a-h])$|^第[\d一二三四五六七八九十百]{1,4}(?:章|节|節|部分|部|回|話|幕|页|頁|条|條|款|项|項|点|點|题|題|问|問)$/u;

/** Whether a label is the key of a header (`Date:`, `编号：`, `Interview date:`), never a person. */
export function isHeaderKey(name: string): boolean {
  const folded = name.normalize('NFKC').toLowerCase().trim();
  if (headerKeys.has(folded)) return true;
  const words = folded.split(/[\s_/]+/);
  return (
    words.length > 1 &&
    words.length <= 4 &&
    headerKeys.has(words.at(-1)!) &&
    !/^(?:(?:speaker|interviewer|respondent|participant)s?|multiple|several|various|all|both|unidentified|unknown)$/.test(
      words[0]!,
    )
  );
}
