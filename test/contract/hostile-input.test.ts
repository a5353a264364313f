import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { VerbatimError } from '../../shared/contract/errors.ts';
import { type MethodName, methods } from '../../shared/contract/methods.ts';
import { openTestCore, openTestProject, type TestProject } from '../support/core.ts';

const interview = 'I: Do you use it?\nR: [trust: I do], 😀 though [fear: they watch us] every day.\n';
const names = Object.keys(methods) as MethodName[];
/** The fields of a method's input, of all its forms where it takes more than one. */
function fieldsOf(method: MethodName): string[] {
  const input = methods[method].input as unknown as z.ZodObject | z.ZodUnion<readonly z.ZodObject[]>;
  const forms = 'options' in input ? input.options : [input];
  return [...new Set(forms.flatMap(({ shape }) => Object.keys(shape)))];
}

function calling({ test }: Pick<TestProject, 'test'>, method: string, input: unknown): Promise<unknown> {
  return test.client.call(method as 'app.state', input as Record<string, never>);
}

describe.each(names)('%s', (method) => {
  it('takes nothing but an object of its own shape', async () => {
    const project = await openTestProject(interview);
    const before = project.dump();
    for (const input of [null, 7, 'text', true, [], [{}]])
      await expect(calling(project, method, input), JSON.stringify(input)).rejects.toMatchObject({
        code: 'invalid_input',
        params: { method },
      });
    const wrong = Object.fromEntries(fieldsOf(method).map((field) => [field, { not: 'this' }]));
    if (fieldsOf(method).length > 0)
      await expect(calling(project, method, wrong)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(project.dump()).toEqual(before);
  });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '', 'codes', 'codes.list '])(
  'there is no method %j',
  async (method) => {
    await expect(calling({ test: openTestCore() }, method, {})).rejects.toMatchObject({ code: 'unknown_method' });
  },
);

it('a ticket of nothing opens nothing', async () => {
  const project = await openTestProject(interview);
  const before = project.dump();
  const calls: [MethodName, object][] = [
    ['project.open', {}],
    ['files.append', { base64: '' }],
    ['files.read', { offset: 0, length: 1 }],
    ['imports.preview', {}],
    ['codings.importCsv', { createCodes: true, markDone: true, partial: true }],
  ];
  for (const [method, input] of calls)
    await expect(calling(project, method, { ...input, ticket: 'nothing' }), method).rejects.toMatchObject({
      code: 'ticket_unknown',
    });
  for (const method of ['project.create', 'project.sample'])
    await expect(
      calling(project, method, { name: 'x', template: 'empty', place: 'nothing' }),
      method,
    ).rejects.toMatchObject({ code: 'ticket_unknown' });
  expect(await calling(project, 'files.discard', { ticket: 'nothing' })).toEqual({});
  expect(project.dump()).toEqual(before);
});

it('without a project every method that needs one says so', async () => {
  const test = openTestCore();
  const calls: [MethodName, object][] = [
    ['project.summary', {}],
    ['project.check', {}],
    ['documents.list', {}],
    ['codes.create', { name: 'x' }],
    ['history.undo', {}],
    ['view.get', {}],
    ['search.text', { query: 'x' }],
    ['agreement.compute', { unit: 'turn' }],
  ];
  for (const [method, input] of calls)
    await expect(calling({ test }, method, input), method).rejects.toMatchObject({ code: 'no_project' });
  expect(await calling({ test }, 'project.close', {})).toEqual({});
});

/** Methods that make files, end the project or travel in its history: asked elsewhere, not by the thousand. */
const apart = new Set<string>([
  'project.create',
  'project.sample',
  'project.close',
  'protection.lock',
  'history.undo',
  'history.redo',
  // Goes back beyond the beginning, where undo alone leads to no more.
  'history.goTo',
]);

/** Values for a field: right ones, nearly right ones, wrong ones. */
function drawn(project: TestProject, ids: readonly string[]): fc.Arbitrary<unknown> {
  const text = fc.constantFrom(
    '',
    ' ',
    'x',
    '隐私',
    '\u0000',
    '\ud83d',
    '../../etc/passwd',
    "'; DROP TABLE code",
    'en',
  );
  const number = fc.constantFrom(0, 1, -1, 0.5, 2 ** 53, -0, project.text.length, 1e300, 3);
  const word = fc.constantFrom(
    'turn',
    'character',
    'overlap',
    'text',
    'respondent',
    'half',
    'empty',
    'wave',
    '#a0b1c2',
  );
  const id = fc.constantFrom(...ids);
  const flat = fc.oneof(text, number, word, { arbitrary: id, weight: 4 }, fc.boolean(), fc.constant(null));
  const target = fc.record({ kind: fc.constantFrom('project', 'document', 'code', 'coding', 'selection'), id: flat });
  const file = fc.record({ ticket: flat, encoding: text }, { requiredKeys: ['ticket'] });
  const texts = fc.dictionary(fc.constantFrom('name', 'definition', '__proto__'), text);
  const aliases = fc.record({ text, kind: fc.constantFrom('alias', 'reading', 'other') });
  const several = (of: fc.Arbitrary<unknown>) => fc.array(of, { maxLength: 3 });
  return fc.oneof({ arbitrary: flat, weight: 6 }, several(flat), several(file), several(aliases), target, texts);
}

it('whatever is asked, the answer is one of the contract and the project stays sound', async () => {
  const project = await openTestProject(interview);
  const { client, ports } = project.test;
  const { selections, codings } = await client.call('codings.ofDocument', { document: project.document });
  const { coder } = await client.call('project.summary', {});
  const { speakers } = await client.call('documents.get', { document: project.document });
  const things = [...selections, ...codings, ...speakers].map(({ id }) => id as string);
  const ids = [project.document, coder, ...project.codes.values(), ...things];
  const method = fc.constantFrom(...names.filter((name) => !apart.has(name)));
  const call = method.chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.record(Object.fromEntries(fieldsOf(name).map((field) => [field, drawn(project, ids)]))),
      fc.array(fc.nat(9), { maxLength: 3 }),
    ),
  );
  const beginning = { revision: (await client.call('history.state', {})).revision, dump: project.dump() };
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(call, async ([name, input, missing]) => {
      // Some fields are left out: a place in the list of fields, or none.
      for (const place of missing) delete input[fieldsOf(name)[place] ?? ''];
      const { revision } = await client.call('history.state', {});
      const before = project.dump();
      const failure = await calling(project, name, input).then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) answered += 1;
      else {
        expect(failure).toBeInstanceOf(VerbatimError);
        expect((failure as VerbatimError).code).not.toBe('internal');
        expect(project.dump()).toEqual(before);
      }
      const after = (await client.call('history.state', {})).revision;
      if (methods[name].kind === 'query') expect([after, project.dump()]).toEqual([revision, before]);
      if (after === revision) expect(project.dump()).toEqual(before);
      expect(ports.unforeseen).toEqual([]);
    }),
    { numRuns: 1200 },
  );
  expect(answered).toBeGreaterThan(50);
  expect((await client.call('project.check', {})).faults).toEqual([]);
  const stands = async () => (await client.call('history.state', {})).undo?.revision ?? 0;
  while ((await stands()) > beginning.revision) await client.call('history.undo', {});
  expect(project.dump()).toEqual(beginning.dump);
});

it('half a character is replaced before anything looks at it', async () => {
  const project = await openTestProject(interview);
  const { client } = project.test;
  const before = project.dump();
  expect(await client.call('coders.create', { name: '\ud83d Bo' })).toMatchObject({ name: '\ufffd Bo' });
  const again = client.call('coders.create', { name: '\ude00 Bo' });
  await expect(again).rejects.toMatchObject({ code: 'name_taken' });
  await client.call('history.undo', {});
  expect(project.dump()).toEqual(before);
});
