import { z } from 'zod';
import { type MethodName, methods } from '../../shared/contract/methods.ts';

/** What properties of an input mean, by their name. */
export type Meanings = Readonly<Record<string, unknown>>;

type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** How to fill a schema: what names mean, which of several forms to take, and whether to give what may be left out. */
type Filling = { readonly meanings: Meanings; readonly form: number; readonly everything: boolean };

/** Whether a meaning has the shape of what is asked for: one name may mean an identifier here and a list of things there. */
function fits(schema: Schema, value: unknown): boolean {
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms) return forms.some((each) => fits(each, value));
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (schema.const !== undefined || schema.enum) return (schema.enum ?? [schema.const]).includes(value);
  if (types === undefined) return true;
  if (Array.isArray(value)) return types.includes('array') && value.length >= (schema.minItems ?? 0);
  if (value === null) return types.includes('null');
  return types.includes(typeof value) || (types.includes('integer') && typeof value === 'number');
}

function filled(schema: Schema, name: string, filling: Filling): unknown {
  const { meanings, form, everything } = filling;
  const forms = schema.oneOf ?? schema.anyOf;
  if (Object.hasOwn(meanings, name) && fits(schema, meanings[name])) return meanings[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (forms) return filled(forms[form % forms.length]!, name, filling);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'null') return null;
  if (type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(
      ([key]) => schema.required?.includes(key) || (everything && Object.hasOwn(meanings, key)),
    );
    return Object.fromEntries(wanted.map(([key, inner]) => [key, filled(inner, key, filling)]));
  }
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () =>
      filled(schema.items ?? {}, name.replace(/s$/, ''), filling),
    );
  if (type === 'number' || type === 'integer') return Math.min(Math.max(schema.minimum ?? 0, 1), schema.maximum ?? 1);
  if (type === 'boolean') return true;
  return meanings['words'] ?? 'x';
}

/** Forms tried of an input that has several. */
const forms = 16;

/** Inputs a method takes, made from its schema: in each of its forms, with only what it needs and with everything that has a meaning. */
export function inputsOf(name: MethodName, meanings: Meanings): unknown[] {
  const schema = z.toJSONSchema(methods[name].input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const made = new Map<string, unknown>();
  for (let form = 0; form < forms; form++)
    for (const everything of [false, true]) {
      const input = filled(schema, '', { meanings, form, everything });
      if (methods[name].input.safeParse(input).success) made.set(JSON.stringify(input), input);
    }
  return [...made.values()];
}
