import type { CodeId } from '../../../shared/domain/ids.ts';
import type { NamedCode } from './code-names.ts';

export type CodeNode = {
  readonly code: NamedCode;
  readonly children: readonly CodeNode[];
  /** Codings of the coder with this code, and with it or any code below it. */
  readonly own: number;
  readonly withChildren: number;
};

/** The codebook as a tree with one coder's counts; with a filter, only codes it finds and what stands above them. */
export function codeTree(
  codes: Iterable<NamedCode>,
  coder: string,
  isFound: ((code: NamedCode) => boolean) | null,
): readonly CodeNode[] {
  const byParent = Map.groupBy(codes, ({ code }) => code.parent);
  const build = (parent: CodeId | null): readonly CodeNode[] =>
    (byParent.get(parent) ?? []).flatMap((code) => {
      const children = build(code.code.id);
      if (isFound && children.length === 0 && !isFound(code)) return [];
      const own = code.code.codings[coder] ?? 0;
      return [{ code, children, own, withChildren: children.reduce((sum, child) => sum + child.withChildren, own) }];
    });
  return build(null);
}
