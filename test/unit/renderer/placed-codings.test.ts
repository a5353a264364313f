import { describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/contract/methods.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { codedAfter, recentAfter } from '../../../renderer/features/transcript/coded-patch.ts';
import { documentPage } from '../../../renderer/features/transcript/place/document-page.ts';
import { createCodingsKeeper } from '../../../renderer/features/transcript/margin/placed-codings.ts';
import { namedCodes } from '../../../renderer/features/codebook/code-names.ts';

type Coded = Output<'codings.ofDocument'>;

const turns = Array.from({ length: 60 }, (_, place) => `R: turn number ${place} speaks`);
const text = turns.join('\n');
const starts = turns.map((_, place) => turns.slice(0, place).join('\n').length + (place === 0 ? 0 : 1));
const page = documentPage({
  id: asId<'document'>('d'),
  name: 'd.txt',
  language: 'en',
  format: 'text',
  encoding: null,
  text,
  textHash: '',
  turns: starts.map((start, place) => ({
    id: asId<'turn'>(`t${place}`),
    start,
    contentStart: start + 3,
    end: start + turns[place]!.length,
    speaker: null,
    time: null,
  })),
  speakers: [],
  case: null,
});
const coder = asId<'coder'>('ada');
const code = asId<'code'>('fear');
const codes = namedCodes(
  [
    {
      id: code,
      parent: null,
      position: 0,
      slug: null,
      color: '#aa3344',
      mark: 'solid',
      codable: true,
      retired: false,
      pinned: false,
      asksMemo: false,
      version: 1,
      language: 'en',
      texts: { en: { name: 'Fear', definition: '', whenToUse: '', whenNotToUse: '' } },
      examples: [],
      aliases: [],
    },
  ],
  'en',
);

function selectionAt(turn: number, length = 4): Coded['selections'][number] {
  const start = starts[turn]! + 3;
  return {
    id: asId<'selection'>(`s${turn}`),
    document: page.document.id,
    start,
    end: start + length,
    coder,
    state: 'placed',
  };
}

function codingOn(turn: number): Coded['codings'][number] {
  return {
    id: asId<'coding'>(`c${turn}`),
    selection: asId<'selection'>(`s${turn}`),
    code,
    coder,
    createdAt: '2026-01-01T00:00:00.000Z',
    codeVersion: 1,
  };
}

const coded: Coded = {
  selections: [1, 25, 45].map((turn) => selectionAt(turn)),
  codings: [1, 25, 45].map(codingOn),
  memos: [],
};

describe('the codings of a transcript on the page', () => {
  it('leave every section alone but the one a new coding stands in', () => {
    const keep = createCodingsKeeper();
    const before = keep({ page, coded, codes, coder });
    const after = keep({
      page,
      codes,
      coder,
      coded: codedAfter(coded, { selections: [selectionAt(26)], codings: [codingOn(26)], removed: [] }),
    });
    const changed = page.sections.filter(([first]) => before.sections.get(first!) !== after.sections.get(first!));
    expect(changed).toEqual([page.sections[1]]);
    expect(after.codings.map(({ id }) => id)).toEqual(['c1', 'c25', 'c26', 'c45']);
    expect(after.codingById.get(asId<'coding'>('c1'))).toBe(before.codingById.get(asId<'coding'>('c1')));
    expect(after.lanes.get(coder)).toBe(2);
  });

  it('stay the objects they were where only their lanes have moved', () => {
    const keep = createCodingsKeeper();
    const long = { ...selectionAt(0), end: starts[45]! };
    const covered = codedAfter(coded, { selections: [long], codings: [codingOn(0)], removed: [] });
    const before = keep({ page, coded: covered, codes, coder });
    const after = keep({ page, coded, codes, coder });
    const last = page.sections[2]![0]!;
    expect(before.sectionLanes.get(last)!.get(asId<'coding'>('c45'))).toBe(1);
    expect(after.sectionLanes.get(last)!.get(asId<'coding'>('c45'))).toBe(0);
    expect(after.codingById.get(asId<'coding'>('c45'))).toBe(before.codingById.get(asId<'coding'>('c45')));
    expect(after.sections.get(last)![5]).toBe(before.sections.get(last)![5]);
  });

  it('are the same objects where nothing has changed', () => {
    const keep = createCodingsKeeper();
    const before = keep({ page, coded, codes, coder });
    const after = keep({ page, coded: { ...coded }, codes, coder });
    for (const [first, lists] of before.sections) expect(after.sections.get(first)).toBe(lists);
    expect(after.lanes).toBe(before.lanes);
  });

  it('are drawn anew where their code looks otherwise: a code that was retired, a name in another language', () => {
    const keep = createCodingsKeeper();
    const before = keep({ page, coded, codes, coder }).codings[0]!;
    const known = codes.get(code)!;
    for (const changed of [
      { ...known, code: { ...known.code, retired: true } },
      { ...known, lang: 'ja' },
    ]) {
      const [after] = keep({ page, coded, codes: new Map([[code, changed]]), coder }).codings;
      expect(after).not.toBe(before);
      expect(after!.code).toBe(changed);
    }
  });

  it('follow a moved selection into another section', () => {
    const keep = createCodingsKeeper();
    keep({ page, coded, codes, coder });
    const moved = { ...selectionAt(50), id: asId<'selection'>('s1') };
    const after = keep({
      page,
      codes,
      coder,
      coded: codedAfter(coded, { selections: [moved], codings: [], removed: [] }),
    });
    expect(after.codings.map(({ id }) => id)).toEqual(['c25', 'c45', 'c1']);
    expect(after.sections.get(page.sections[0]![0]!)!.flat()).toEqual([]);
  });

  it('leave out what has lost its place', () => {
    const selections = [{ ...selectionAt(1), state: 'detached' as const }];
    const keep = createCodingsKeeper();
    expect(keep({ page, coded: { ...coded, selections }, codes, coder }).codings).toEqual([]);
  });
});

describe('what is known after a command', () => {
  it('has changed codings in their old places, new ones at the end, removed ones nowhere', () => {
    const changed = { ...codingOn(25), codeVersion: 2 };
    const after = codedAfter(coded, {
      selections: [],
      codings: [codingOn(7), changed],
      removed: [asId<'coding'>('c1')],
    });
    expect(after.codings).toEqual([changed, codingOn(45), codingOn(7)]);
  });

  it('has the codes just used first among the recent ones, each once', () => {
    const ids = ['a', 'b', 'c', 'd'].map((id) => asId<'code'>(id));
    expect(recentAfter(ids, [ids[2]!], 3)).toEqual(['c', 'a', 'b']);
  });
});
