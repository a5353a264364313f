/** Groups without words of the text, by the word they begin with; those marked `\*` are left out anyway unless listed as known. */
export const leftOutDestinations: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict footnote header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor ' +
    'atnref atntime atnicn atrfstart atrfend listtext pntext pntxta pntxtb fldinst objdata objclass objname objalias nonshppict ' +
    'xe tc tcn rxe bkmkstart bkmkend private themedata colorschememapping datastore latentstyles filetbl listtable listoverridetable revtbl ' +
    'rsidtbl mmathPr generator sp sn sv template xmlnstbl pgptbl comment buptim creatim printim revtim ftnsep ftnsepc ftncn aftnsep ' +
    'aftnsepc aftncn panose falt fname fontemb fontfile keycode docvar userprops wgrffmtfilter passwordhash factoidname'
  ).split(' '),
);

/** Groups marked `\*` that hold words of the text after all. */
export const keptDestinations: ReadonlySet<string> = new Set(['shpinst', 'ud', 'shptxt']);

/** Control words that stand for characters. */
export const rtfCharacters: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  lbr: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  softline: '\n',
  tab: '\t',
  '\t': '\t',
  cell: '\t',
  nestcell: '\t',
  row: '\n',
  nestrow: '\n',
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

const codePages: Readonly<Record<number, string>> = {
  437: 'ibm437',
  850: 'ibm850',
  852: 'ibm852',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The WHATWG name of a Windows code page, null for one that nobody decodes. */
export function codePageName(page: number): string | null {
  return codePages[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : null);
}

/** What a document says of its bytes where it names no code page. */
export const documentCharsets: Readonly<Record<string, string>> = { mac: 'macintosh', pc: 'ibm437', pca: 'ibm850' };

const charsets: Readonly<Record<number, string>> = {
  77: 'macintosh',
  78: 'shift_jis',
  79: 'euc-kr',
  80: 'gb18030',
  81: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
  130: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** The encoding a font's `\fcharset` means; null where it leaves that to the document (ANSI, default, symbol, OEM). */
export function fontCharsetName(charset: number): string | null {
  return charsets[charset] ?? null;
}
