/** What a column (or a key) of a table of segments can hold. */
export const segmentRoles = ['speaker', 'start', 'end', 'text'] as const;
export type SegmentRole = (typeof segmentRoles)[number];

/** Names of columns the user gave, as written in the header; a whole number is the place of a column, from 1; empty for none. */
export type SegmentColumns = { readonly [Role in SegmentRole]?: string | undefined };

const words: Readonly<Record<SegmentRole, string>> = {
  text:
    'text transcript transcription content contents body utterance sentence sentences speech message caption subtitle display displaytext onebest spoken ' +
    '文本 文字 内容 內容 文字内容 文字內容 转写 转写结果 转写内容 转写文本 轉寫 逐字稿 发言 發言 发言内容 發言內容 说话内容 說話內容 语句 語句 句子 字幕 话语 話語 对话 對話 对话内容 原文 ' +
    'テキスト 本文 発話 発話内容 発言 発言内容 文字起こし セリフ せりふ 内容 내용 텍스트 발화 ' +
    'transkript äußerung aussage inhalt texte contenu parole texto contenido transcripción conteúdo transcrição testo contenuto tekst inhoud treść текст реплика содержание',
  speaker:
    'speaker speakername speakerdisplayname displayname speakerlabel speakerid spk spkid spkname name who role participant person author user username sender voice ' +
    '说话人 說話人 说话者 說話者 发言人 發言人 发言者 發言者 讲话人 講話人 讲者 講者 角色 姓名 人物 名字 身份 ' +
    '話者 発言者 発話者 話し手 名前 氏名 スピーカー 화자 발화자 이름 ' +
    'sprecher sprecherin person name locuteur locutrice intervenant hablante orador participante parlante falante interlocutor spreker mówca osoba спикер говорящий имя',
  start:
    'start starttime startsec startseconds startms starts begin begintime beginsec beginms bg from timestamp timestamps time timecode tc in offset offsets onset ' +
    '开始 開始 开始时间 開始時間 起始 起始时间 起始時間 起点 时间 時間 时间戳 時間戳 时间点 時間點 ' +
    '開始時刻 時刻 タイムコード タイムスタンプ 開始点 시작 시작시간 시간 ' +
    'beginn anfang startzeit zeit zeitmarke début temps inicio tiempo início tempo inizio begintijd tijd początek czas начало время',
  end:
    'end endtime endsec endseconds endms ends stop stoptime finish to ed out offsetend ' +
    '结束 結束 结束时间 結束時間 终止时间 終止時間 終了 終了時間 終了時刻 終点 종료 종료시간 ' +
    'ende endzeit fin fim fine einde eindtijd koniec конец',
};
const byName = new Map<string, SegmentRole>(
  segmentRoles.flatMap((role) => words[role].split(' ').map((word) => [word, role] as const)),
);
const within: readonly (readonly [SegmentRole, RegExp])[] = [
  ['speaker', /speaker|说话人|說話人|发言人|發言人|話者|発言者|発話者/],
  ['end', /(?:^|time)end|stop|结束|結束|終了/],
  ['start', /start|begin|开始|開始|起始/],
  ['text', /text$|^text|transcript|utterance|文本|逐字|テキスト|発話内容|発言内容/],
];

/** `Start time (ms)` and `start_time` are the same name. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[\s_.:-]+/gu, '');
}

/** The role a column's name gives it, null for a name that says nothing. `exact` leaves out names that only contain a known word. */
export function roleOfColumn(name: string, exact = false): SegmentRole | null {
  const plain = plainName(name);
  const known = byName.get(plain);
  if (known !== undefined || exact) return known ?? null;
  return within.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Whether a column's name says that its times are milliseconds. */
export function namesMilliseconds(name: string): boolean {
  return /(?:^|[^a-z])ms(?:$|[^a-z])|milliseconds?|毫秒|ミリ秒/iu.test(name.normalize('NFKC'));
}

/** Places of the columns by role, as far as they are found. */
export type ColumnPlaces = { readonly [Role in SegmentRole]?: number };

/**
 * The columns of a header. A column the user named counts (throws ColumnMissing for a name that is not there); else those whose name is a
 * known one in English, Chinese, Japanese or another of the languages above, exactly before roughly, names before numbers of people, the first of several.
 */
export function columnPlaces(header: readonly string[], given: SegmentColumns = {}): ColumnPlaces {
  const places: { [Role in SegmentRole]?: number } = {};
  for (const role of segmentRoles) {
    const name = given[role];
    if (name !== undefined && name !== '') places[role] = placeOf(header, name);
  }
  const taken = new Set(Object.values(places));
  for (const exact of [true, false]) {
    for (const [place, name] of numbersLast(header)) {
      const role = roleOfColumn(name, exact);
      if (role === null || given[role] === '' || places[role] !== undefined || taken.has(place)) continue;
      places[role] = place;
      taken.add(place);
    }
  }
  return places;
}

/** `speakerId` says less than `speakerDisplayName`. */
function numbersLast(header: readonly string[]): (readonly [place: number, name: string])[] {
  const isNumber = (name: string): number => (plainName(name).endsWith('id') ? 1 : 0);
  return [...header.entries()].sort(([, a], [, b]) => isNumber(a) - isNumber(b));
}

/** Places as the names that find them again. */
export function namedPlaces(places: ColumnPlaces, nameAt: (place: number) => string): SegmentColumns {
  return Object.fromEntries(
    segmentRoles.flatMap((role) => (places[role] === undefined ? [] : [[role, nameAt(places[role])]])),
  );
}

/** Thrown for a column the user named and the table does not have. */
export class ColumnMissing extends Error {
  readonly missing: string;
  readonly found: readonly string[];

  constructor(missing: string, found: readonly string[]) {
    super(`no column ${missing}`);
    this.name = 'ColumnMissing';
    this.missing = missing;
    this.found = found;
  }
}

function placeOf(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  if (exact !== -1) return exact;
  const plain = name.trim().toLowerCase();
  const alike = header.findIndex((each) => each.trim().toLowerCase() === plain);
  if (alike !== -1) return alike;
  const place = /^\d{1,4}$/.test(plain) ? Number(plain) - 1 : -1;
  if (place >= 0 && place < header.length) return place;
  throw new ColumnMissing(name, header);
}
