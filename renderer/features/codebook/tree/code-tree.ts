import type { CodeId } from '../../../../shared/domain/ids.ts';
import type { NamedCode } from '../code-names.ts';

export type CodeNode = {
  /** The code's id: what the tree knows the row by when the filter changes what stands where. */
  readonly id: CodeId;
  readonly code: NamedCode;
  readonly children: readonly CodeNode[];
};

/** The codebook as a tree; with a filter, only codes it finds and what stands above them. */
export function codeTree(
  codes: Iterable<NamedCode>,
  isFound: ((code: NamedCode) => boolean) | null,
): readonly CodeNode[] {
  const byParent = Map.groupBy(codes, ({ code }) => code.parent);
  const build = (parent: CodeId | null): readonly CodeNode[] =>
    (byParent.get(parent) ?? []).flatMap((code) => {
      const children = build(code.code.id);
      if (isFound && children.length === 0 && !isFound(code)) return [];
      return [{ id: code.code.id, code, children }];
    });
  return build(null);
}

/** Codings with the code of a node or any below it. */
export function countWithChildren(node: CodeNode, counts: ReadonlyMap<CodeId, number>): number {
  const own = counts.get(node.code.code.id) ?? 0;
  return node.children.reduce((sum, child) => sum + countWithChildren(child, counts), own);
}
