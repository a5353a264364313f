import { expect, test } from 'vitest';
import { importTexts, openTestProject } from '../support/core.ts';
import { backupsIn, placesOf } from '../support/words-in-file.ts';

const canaries = {
  name: 'Quagga',
  text: 'aardvark',
  group: 'narwhal',
  survey: 'okapi',
  memo: 'kumquat',
  example: 'aardvark lives',
};

test('a respondent is really gone from the file: transcripts, codings, survey row, past and backups', async () => {
  const project = await openTestProject('I: Who?\nR: [fear: An aardvark lives] [trust: here].\n');
  const { client, folder, file, close } = project.test;
  const { case: quagga } = await client.call('cases.create', { name: canaries.name });
  const { case: other } = await client.call('cases.create', { name: 'Other' });
  await client.call('cases.assignDocument', { document: project.document, case: quagga });
  await client.call('documents.rename', { document: project.document, name: `${canaries.name} talks` });
  await client.call('memos.save', { target: { kind: 'case', id: quagga }, text: canaries.memo });
  await client.call('codes.addExample', {
    code: project.codes.get('fear')!,
    document: project.document,
    start: project.text.indexOf('aardvark'),
    end: project.text.indexOf('aardvark') + canaries.example.length,
  });
  const { attribute } = await client.call('attributes.create', { name: 'Pet', type: 'text' });
  await client.call('cases.edit', {
    cells: [
      { case: quagga, attribute, value: canaries.survey, missing: null },
      { case: other, attribute, value: 'cat', missing: null },
    ],
  });
  // In a group one speaks among others.
  const [group] = await importTexts(project.test, {
    'group.txt': 'M: So?\nQuagga: A narwhal.\nBo: A cat.\nM: And?\nQuagga: The narwhal again.\nBo: Still a cat.\n',
  });
  const { speakers, text } = await client.call('documents.get', { document: group! });
  await client.call('cases.assignSpeaker', {
    speaker: speakers.find(({ name }) => name === 'Quagga')!.id,
    case: quagga,
  });
  const coded = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  await client.call('codings.add', { document: group!, ...coded('A narwhal'), codes: [project.codes.get('fear')!] });
  await client.call('codings.add', { document: group!, ...coded('Still a cat'), codes: [project.codes.get('fear')!] });
  await client.call('codings.importCsv', {
    ticket: file('c.csv', 'document,code,start,end\ngroup.txt,fear,0,2\n'),
    coder: 'Ada',
    createCodes: false,
    markDone: false,
    partial: false,
  });

  const [copy] = backupsIn(folder);
  for (const [what, place] of Object.entries({
    name: 'study_case.name',
    text: 'blob.bytes',
    group: 'blob.bytes',
    survey: 'attribute_value.value',
    memo: 'memo.text',
    example: 'code_example.text',
  })) {
    expect(placesOf(copy!, canaries[what as keyof typeof canaries]), what).toContain(place);
    if (!place.startsWith('blob'))
      expect(placesOf(copy!, canaries[what as keyof typeof canaries])).toContain('change.after');
  }
  expect(placesOf(copy!, canaries.text)).toContain('selection.prefix');

  expect(await client.call('cases.purge', { case: quagga, confirmed: true })).toMatchObject({ documents: 1 });
  await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
  expect((await client.call('project.check', {})).faults).toEqual([]);
  const left = await client.call('documents.get', { document: group! });
  expect(left.text.split('\n').filter((line) => line !== '')).toEqual([
    'M: So?',
    'Bo: A cat.',
    'M: And?',
    'Bo: Still a cat.',
  ]);
  const { selections } = await client.call('codings.ofDocument', { document: group! });
  expect(selections.map(({ start, end }) => left.text.slice(start, end)).sort()).toEqual(['M:', 'Still a cat']);
  expect((await client.call('cases.list', {})).cases.map(({ name }) => name)).toEqual(['Other']);
  await close();
  const files = [project.path, ...backupsIn(folder)];
  expect(files.length).toBe(2);
  for (const path of files) for (const word of Object.values(canaries)) expect(placesOf(path, word), word).toEqual([]);
});
