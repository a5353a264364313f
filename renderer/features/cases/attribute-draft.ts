import type { Attribute } from '../../../shared/contract/methods/cases.ts';
import type { AttributeShape, AttributeType } from '../../../shared/domain/attribute.ts';

/** An attribute as it is being described, all of it as text. */
export type AttributeDraft = {
  readonly name: string;
  readonly type: AttributeType;
  /** One category a line, in their order. */
  readonly categories: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly confidential: boolean;
};

export const emptyDraft: AttributeDraft = {
  name: '',
  type: 'text',
  categories: '',
  minimum: '',
  maximum: '',
  lowLabel: '',
  highLabel: '',
  confidential: false,
};

export function draftOf(attribute: Attribute): AttributeDraft {
  return {
    name: attribute.name,
    type: attribute.type,
    categories: (attribute.categories ?? []).join('\n'),
    minimum: attribute.minimum === null ? '' : String(attribute.minimum),
    maximum: attribute.maximum === null ? '' : String(attribute.maximum),
    lowLabel: attribute.lowLabel ?? '',
    highLabel: attribute.highLabel ?? '',
    confidential: attribute.confidential,
  };
}

/** What the values must be, as the contract takes it. */
export function draftShape({ type, categories, minimum, maximum }: AttributeDraft): AttributeShape & {
  readonly categories: string[] | null;
} {
  const hasCategories = type === 'one_of' || type === 'ordered';
  const isNumber = type === 'integer' || type === 'decimal';
  const lines = categories
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    type,
    categories: hasCategories ? [...new Set(lines)] : null,
    minimum: isNumber ? numberIn(minimum) : null,
    maximum: isNumber ? numberIn(maximum) : null,
  };
}

/** All that is said of the attribute, as the contract takes it. */
export function described(draft: AttributeDraft) {
  const { name, lowLabel, highLabel, confidential } = draft;
  return { name, lowLabel, highLabel, confidential, ...draftShape(draft) };
}

function numberIn(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}
