import { expect, test } from 'vitest';
import { openTestProject } from '../support/core.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { backupsIn, placesOf } from '../support/words-in-file.ts';

/** A word in the bytes of a picture, a name in what another program calls a set and a code. */
const inFiles = 'PNG invented';
const inElements = 'First wave';
const inIds = 'Quagga-7';

async function openExchanged() {
  const project = await openTestProject('I: Who?\nR: [fear: Nobody].\n');
  const { client, file, folder } = project.test;
  await client.call('exchange.import', { ticket: file('rich.qdpx', richExchange()) });
  const list = JSON.stringify({ codes: [{ name: 'Named elsewhere', guid: inIds }] });
  await client.call('codebook.import', { ticket: file('codes.json', list) });
  // The core holds the file: a backup as its timer makes one.
  await client.call('codings.importCsv', {
    ticket: file('c.csv', 'document,code,start,end\ninterview.txt,fear,0,2\n'),
    coder: 'Ada',
    createCodes: false,
    markDone: false,
    partial: false,
  });
  // Positive control: the probe finds each where it can be.
  const copy = backupsIn(folder)[0]!;
  expect(placesOf(copy, inFiles)).toContain('blob.bytes');
  expect(placesOf(copy, inElements)).toContain('kept_element.content');
  expect(placesOf(copy, inIds)).toContain('external_id.guid');
  return project;
}

test('sealing takes names out of what other programs left, and their files with it', async () => {
  const project = await openExchanged();
  const { client, close, folder } = project.test;
  const entries = [
    { name: 'First wave', pseudonym: 'W' },
    { name: 'Quagga', pseudonym: 'Horse' },
  ];
  await client.call('pseudonyms.seal', { list: entries, folded: false, confirmed: true });
  // What is left can be written for others, with a list of what is not there any more.
  const { losses } = await client.call('exchange.export', { format: 'qdpx' });
  expect(losses.map(({ element }) => element)).toContain('PictureSource');
  await close();
  for (const path of [project.path, ...backupsIn(folder)])
    for (const word of [inFiles, inElements, inIds]) expect(placesOf(path, word), `${path} ${word}`).toEqual([]);
});

test('with a respondent go the files other programs left, and what they called the respondent', async () => {
  const project = await openExchanged();
  const { client, close, folder } = project.test;
  const { case: quagga } = await client.call('cases.create', { name: 'Quagga' });
  await client.call('cases.purge', { case: quagga, confirmed: true });
  await close();
  for (const path of [project.path, ...backupsIn(folder)])
    for (const word of [inFiles, inIds]) expect(placesOf(path, word), `${path} ${word}`).toEqual([]);
  // What they left of others is still to be written again.
  expect(placesOf(project.path, inElements)).toContain('kept_element.content');
});
