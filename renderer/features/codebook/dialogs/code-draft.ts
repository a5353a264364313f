import type { Input } from '../../../../shared/contract/methods.ts';
import type { Code, CodeExample, CodeTexts } from '../../../../shared/contract/schema/entities.ts';
import type { CodeMark } from '../../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';

/** An example as it is being written; `key` stays while it is. */
export type DraftExample = {
  readonly key: string;
  readonly id?: CodeExample['id'];
  readonly text: string;
  readonly origin: string;
  /** Where the words of a linked one stand: these are not written over. */
  readonly passage: CodeExample['passage'];
};

/** A code as it is being written in the dialog. */
export type CodeDraft = {
  readonly parent: CodeId | null;
  /** Null: colour and mark are dealt. */
  readonly look: { readonly color: string; readonly mark: CodeMark } | null;
  readonly texts: Readonly<Record<string, CodeTexts>>;
  readonly asksMemo: boolean;
  readonly aliases: string;
  readonly readings: string;
  readonly examples: readonly DraftExample[];
};

type Shape = Pick<Code, 'color' | 'mark' | 'texts' | 'aliases' | 'examples' | 'asksMemo'>;

export const noTexts: CodeTexts = { name: '', definition: '', whenToUse: '', whenNotToUse: '' };

/** The draft a dialog begins with: the code as it is, or nothing. */
export function draftOf(code: Shape | null, parent: CodeId | null): CodeDraft {
  const listed = (kind: 'alias' | 'reading'): string =>
    (code?.aliases ?? []).flatMap((alias) => (alias.kind === kind ? [alias.text] : [])).join(', ');
  return {
    parent,
    look: code && { color: code.color, mark: code.mark },
    texts: code?.texts ?? {},
    asksMemo: code?.asksMemo ?? false,
    aliases: listed('alias'),
    readings: listed('reading'),
    examples: (code?.examples ?? []).map((example) => ({ key: example.id, ...example })),
  };
}

/**
 * Names written in one line, separated by commas of any script. Commas inside a name that stood already do not separate: a
 * reading may hold one.
 */
export function separatedNames(line: string, standing: readonly string[]): readonly string[] {
  let rest = line;
  const kept: string[] = [];
  for (const name of standing.filter((name) => /[,，、;；]/u.test(name)))
    if (rest.includes(name)) {
      kept.push(name);
      rest = rest.replace(name, '');
    }
  const typed = rest.split(/[,，、;；]/u).map((name) => name.trim());
  return [...kept, ...typed.filter((name) => name !== '')];
}

/** What a draft says of a code, as commands take it; texts only in languages that are written in, or were. */
export function detailsOf(draft: CodeDraft, code: Shape | null): Omit<Input<'codes.update'>, 'code'> {
  const named = (kind: 'alias' | 'reading', line: string) => {
    const standing = (code?.aliases ?? []).flatMap((alias) => (alias.kind === kind ? [alias.text] : []));
    return separatedNames(line, standing).map((text) => ({ text, kind }));
  };
  return {
    parent: draft.parent,
    ...draft.look,
    texts: Object.fromEntries(
      Object.entries(draft.texts).filter(
        ([language, texts]) => code?.texts[language] !== undefined || Object.values(texts).some((text) => text !== ''),
      ),
    ),
    asksMemo: draft.asksMemo,
    aliases: [...named('alias', draft.aliases), ...named('reading', draft.readings)],
    examples: draft.examples.map(({ id, text, origin }) => ({ ...(id === undefined ? {} : { id }), text, origin })),
  };
}
