import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as fc from 'fast-check';
import { createNodePorts } from '../../electron/core/node-ports.ts';
import { startBrowserHost } from '../support/browser-host.ts';
import { countCodings, expectAdded, selectedWords } from '../support/coding-page.ts';
import { startCore } from '../support/plain-core.ts';
import { expect, test } from '../support/e2e.ts';

const family = '👩‍👩‍👧‍👦';
const pieces = [
  'word ',
  'é',
  'e\u0301',
  'ñ̃',
  '👍🏽',
  family,
  '🇯🇵',
  '隐私，',
  'プライバシー',
  '점수 ',
  'خصوصية ',
  'פרטיות ',
  '  ',
  '… ',
  '1️⃣',
];
const turn = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((words) => words.join(''));
const documents = fc.sample(fc.array(turn, { minLength: 2, maxLength: 30 }), { numRuns: 6, seed: 20_261 });

type Range = { readonly document: number; readonly start: number; readonly end: number };

/** A project of generated transcripts, each with empty turns, coded on ranges that cut words, clusters and turns. */
async function makeProject(folder: string): Promise<string> {
  const { core, client } = startCore(createNodePorts('cli', { data: join(folder, 'data'), projects: folder }));
  const path = join(folder, 'offsets.vbt');
  await client.call('project.create', {
    name: 'Offsets',
    template: 'empty',
    place: core.grantPath(path),
    coder: 'Ada',
  });
  const files = documents.map((turns, place) => {
    const file = join(folder, `document-${place}.txt`);
    const lines = turns.map((words, at) => `${at % 2 === 0 ? 'I' : 'R'}: ${words}`);
    writeFileSync(file, `${lines.join('\n')}\nI:\nR: The end ${family}\n`);
    return { ticket: core.grantPath(file) };
  });
  await client.call('imports.commit', { files });
  const codes = [];
  for (const name of ['one', 'two', 'three']) codes.push((await client.call('codes.create', { name })).id);
  const ranges = fc.sample(
    fc.record({ document: fc.nat(documents.length - 1), start: fc.nat(2000), end: fc.nat(60) }),
    { numRuns: 60, seed: 7 },
  );
  const listed = await client.call('documents.list', {});
  for (const [place, { document, start, end }] of (ranges as Range[]).entries()) {
    const { id, text } = await client.call('documents.get', { document: listed[document]!.id });
    const from = start % text.length;
    await client.call('codings.add', {
      document: id,
      start: from,
      end: Math.min(text.length, from + 1 + end),
      codes: [codes[place % 3]!],
    });
  }
  await core.close();
  return path;
}

/** Puts the page's own mapping between positions and the DOM at the test's disposal. */
async function exposeMapping(page: Page): Promise<void> {
  const source = stripTypeScriptTypes(readFileSync('renderer/features/transcript/place/dom-position.ts', 'utf8'));
  const script = source.replaceAll(/^export /gm, '');
  await page.evaluate(
    `(() => { ${script}; globalThis.mapping = { domPoint, positionOfDomPoint, blockElementAt }; })()`,
  );
}

type Mapping = Pick<
  typeof import('../../renderer/features/transcript/place/dom-position.ts'),
  'domPoint' | 'positionOfDomPoint' | 'blockElementAt'
>;

/** Positions of the transcript shown for which going into the DOM and back does not answer the same position. */
function strayPositions(page: Page): Promise<{ tried: number; stray: string[] }> {
  return page.evaluate(() => {
    const { domPoint, positionOfDomPoint, blockElementAt } = (globalThis as unknown as { mapping: Mapping }).mapping;
    const root = document.querySelector('[data-transcript]')!;
    const stray: string[] = [];
    let tried = 0;
    for (const block of root.querySelectorAll('[data-start]')) {
      const start = Number(block.getAttribute('data-start'));
      const end = Number(block.getAttribute('data-end'));
      if (block.textContent.length !== end - start) stray.push(`block ${start} shows other words`);
      for (let position = start; position <= end; position++) {
        for (const side of ['start', 'end'] as const) {
          tried += 1;
          const back = positionOfDomPoint(root, domPoint(block, position, side), side);
          if (back !== position) stray.push(`${position} ${side} → ${back}`);
        }
        if (position < end && blockElementAt(root, position) !== block) stray.push(`${position} in another block`);
      }
    }
    return { tried, stray };
  });
}

/** The same for what the browser makes of selections from any block to any later one. */
function straySelections(page: Page): Promise<{ tried: number; stray: string[] }> {
  return page.evaluate(() => {
    const { domPoint, positionOfDomPoint } = (globalThis as unknown as { mapping: Mapping }).mapping;
    const root = document.querySelector('[data-transcript]')!;
    const blocks = [...root.querySelectorAll('[data-start]')];
    const selection = getSelection()!;
    const stray: string[] = [];
    let tried = 0;
    blocks.forEach((first, from) => {
      for (let to = from; to < blocks.length; to += 1 + ((from + to) % 3)) {
        const last = blocks[to]!;
        const start = Number(first.getAttribute('data-start'));
        const end = Number(last.getAttribute('data-end'));
        if (start >= end) continue;
        const [a, b] = [domPoint(first, start, 'start'), domPoint(last, end, 'end')];
        selection.setBaseAndExtent(b.node, b.offset, a.node, a.offset);
        const range = selection.getRangeAt(0);
        tried += 1;
        const back = [
          positionOfDomPoint(root, { node: range.startContainer, offset: range.startOffset }, 'start'),
          positionOfDomPoint(root, { node: range.endContainer, offset: range.endOffset }, 'end'),
        ];
        if (back[0] !== start || back[1] !== end) stray.push(`${start}–${end} → ${back.join('–')}`);
      }
    });
    selection.removeAllRanges();
    return { tried, stray };
  });
}

test('every position of generated transcripts goes into the page and back, whatever is written and coded there', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-offsets-'));
  const host = await startBrowserHost({ parameters: [await makeProject(folder)] });
  await page.goto(host.link);
  await expect.poll(() => page.locator('[data-start]').count()).toBeGreaterThan(2);
  await exposeMapping(page);
  let marks = 0;
  for (const place of documents.keys()) {
    await page.getByRole('button', { name: new RegExp(`document-${place}\\.txt`) }).click();
    await expect(page.getByRole('heading', { name: `document-${place}.txt` })).toBeVisible();
    await expect(page.locator('[data-start]').last()).toContainText('The end');
    marks += await page.locator('mark').count();
    const positions = await strayPositions(page);
    expect(positions.tried).toBeGreaterThan(50);
    expect(positions.stray).toEqual([]);
    const selections = await straySelections(page);
    expect(selections.tried).toBeGreaterThan(2);
    expect(selections.stray).toEqual([]);
  }
  expect(marks).toBeGreaterThan(20);

  // A selection that ends inside a cluster takes the whole of it.
  const before = await countCodings(page);
  await page.evaluate((cluster) => {
    const block = [...document.querySelectorAll('[data-start]')].at(-1)!;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let last: Text | null = null;
    while (texts.nextNode()) last = texts.currentNode as Text;
    const at = last!.data.lastIndexOf(cluster);
    getSelection()!.setBaseAndExtent(last!, at + 2, last!, at + 5);
    block.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  }, family);
  await expectAdded(page, 1, async () => {
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
  });
  expect(await countCodings(page)).toBe(before + 1);
  expect(await selectedWords(page)).toBe(family);
  await host.remove();
  rmSync(folder, { recursive: true, force: true });
});
