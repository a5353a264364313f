/** Identifiers are UUIDv7 text, minted by the core's id port; a brand keeps one kind from standing in for another. */
declare const kind: unique symbol;
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type ProjectId = Id<'project'>;
export type DocumentId = Id<'document'>;
export type TurnId = Id<'turn'>;
export type SpeakerId = Id<'speaker'>;
export type CaseId = Id<'case'>;
export type AttributeId = Id<'attribute'>;
export type QuestionId = Id<'question'>;
export type CoderId = Id<'coder'>;
export type CodeId = Id<'code'>;
export type SelectionId = Id<'selection'>;
export type CodingId = Id<'coding'>;
export type MemoId = Id<'memo'>;

/** Brands a string that is known to be an identifier of the kind asked for (read from the store, validated input). */
export function asId<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>;
}
