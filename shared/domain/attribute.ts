/** What the values of an attribute are. Every value is kept as the text it was written as, whatever its type. */
export const attributeTypes = ['text', 'integer', 'decimal', 'date', 'boolean', 'one_of', 'ordered'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** Why a case has no value: each kind is told apart, and `confidential` is never exported. */
export const missingKinds = ['missing', 'not_applicable', 'refused', 'confidential'] as const;
export type MissingKind = (typeof missingKinds)[number];

/** What an attribute admits: its type, its categories in their order, its lowest and highest number. */
export type AttributeShape = {
  readonly type: AttributeType;
  readonly categories: readonly string[] | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
};

/** What is wrong with a value: not of its type, not one of the categories, outside the range. */
export const valueProblems = ['integer', 'decimal', 'date', 'boolean', 'category', 'range'] as const;
export type ValueProblem = (typeof valueProblems)[number];

const yes = new Set(['yes', 'true', '是', 'はい']);
const no = new Set(['no', 'false', '否', 'いいえ']);

/** The number a value says, or null: decimal digits with a point, as they are written in every language's data files. */
export function numberOf(value: string): number | null {
  return /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) ? Number(value) : null;
}

/** Whether a value says yes or no in one of the interface's languages; null where it says neither. */
export function truthOf(value: string): boolean | null {
  const word = value.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** Whether a value is a day of the calendar as ISO 8601 writes it. */
export function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30];
  const length = [...lengths, 31, 30, 31][month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** What is wrong with a value of this attribute, or null. */
export function valueProblem(shape: AttributeShape, value: string): ValueProblem | null {
  const { type } = shape;
  if (type === 'integer' || type === 'decimal') return numberProblem(shape, value);
  if (type === 'date') return isDay(value) ? null : 'date';
  if (type === 'boolean') return truthOf(value) === null ? 'boolean' : null;
  if (type === 'text') return null;
  return shape.categories?.includes(value) === true ? null : 'category';
}

function numberProblem({ type, minimum, maximum }: AttributeShape, value: string): ValueProblem | null {
  const number = numberOf(value);
  if (number === null || (type === 'integer' && !/^[+-]?\d+$/.test(value))) return type as 'integer' | 'decimal';
  return (minimum !== null && number < minimum) || (maximum !== null && number > maximum) ? 'range' : null;
}

/** More answers than this make a range (of ages, say), not a scale. */
const mostAnswers = 21;

/** An attribute with a lowest and a highest answer and few between is an item of a scale: each answer has its place in the distribution. */
export function isScaleItem({ type, minimum, maximum }: AttributeShape): boolean {
  return (
    type === 'integer' && minimum !== null && maximum !== null && maximum > minimum && maximum - minimum < mostAnswers
  );
}
