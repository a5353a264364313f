/** What a column of a codebook says of a code. */
const codebookRoles = [
  'path',
  'key',
  'name',
  'parent',
  'definition',
  'whenToUse',
  'whenNotToUse',
  'examples',
  'aliases',
  'readings',
  'color',
  'mark',
  'codable',
  'retired',
  'asksMemo',
  'language',
] as const;
export type CodebookRole = (typeof codebookRoles)[number];

export type CodebookColumn = { readonly role: CodebookRole; readonly language: string | null };

/** Headers of a role, a line for each language of the program. */
const headers: Readonly<Record<CodebookRole, string>> = {
  path: 'path, code path, full path, hierarchical name, 路径, 代码路径, 编码路径, パス, コードのパス',
  key: 'code, key, slug, 代码, 编码, コード',
  name: `name, tag, code name, label, title, node,
    名称, 名字, 代码名称, 编码名称, 标签, 节点,
    名前, 名称, コード名, タグ, ラベル`,
  parent: `parent, parent code, parent name, parent tag, category,
    上级, 上级代码, 父级, 父代码, 父节点, 类别,
    親, 親コード, 上位, 上位コード, カテゴリ, カテゴリー`,
  definition: `definition, description, comment, meaning,
    定义, 描述, 说明, 含义,
    定義, 説明, 意味`,
  whenToUse: `when to use, use when, include, inclusion, inclusion criteria,
    何时使用, 适用, 适用情形, 纳入标准, 使用条件,
    使う場合, 使用する場合, 適用, 適用基準, 含める場合`,
  whenNotToUse: `when not to use, not when, exclude, exclusion, exclusion criteria,
    何时不使用, 不适用, 不适用情形, 排除标准,
    使わない場合, 使用しない場合, 非適用, 除外基準, 除外する場合`,
  examples: 'example, examples, 示例, 例子, 例句, 例, 用例',
  aliases: 'alias, aliases, other names, also known as, 别名, 別名',
  readings: 'reading, readings, 读音, 読み, よみ',
  color: 'color, colour, 颜色, 色',
  mark: 'mark, 标记, 印',
  codable: 'codable, is codable, 可编码, コーディング可',
  retired: 'retired, 停用, 廃止',
  asksMemo: 'asks memo, asks for a memo, 要求备忘, メモを求める',
  language: 'language, written in, 语言, 言語',
};

const roles = new Map(
  codebookRoles.flatMap((role) => headers[role].split(/,\s+/u).map((header) => [header, role] as const)),
);

/** What a code says in several languages. */
const texts: ReadonlySet<CodebookRole> = new Set(['name', 'definition', 'whenToUse', 'whenNotToUse']);

/** A header as words: case, underscores and repeated spaces aside. */
function words(header: string): string {
  return header
    .normalize('NFKC')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A language tag in its usual letter case: `EN` is `en`. */
function plainTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** What a column is by its header, tolerant of case and of the languages of the program; `name_ja` or `Name (ja)` say their language. Null: nothing known. */
export function codebookColumn(header: string): CodebookColumn | null {
  const role = roles.get(words(header));
  if (role !== undefined) return { role, language: null };
  const parts = /^(.+?)(?:_|\s*\()([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\)?$/iu.exec(header.normalize('NFKC').trim());
  const known = parts === null ? undefined : roles.get(words(parts[1]!));
  return known !== undefined && texts.has(known) ? { role: known, language: plainTag(parts![2]!) } : null;
}

/** Whether a row is the header of a codebook: something in it names codes. */
export function isCodebookHeader(row: readonly string[]): boolean {
  return row.some((header) => ['path', 'key', 'name'].includes(codebookColumn(header)?.role ?? ''));
}
