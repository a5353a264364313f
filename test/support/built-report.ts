import { countCell, numberCell, runsCell, textCell } from '../../shared/report/cells.ts';
import type { Report } from '../../shared/report/model.ts';

/** A report with everything a report can hold: every block, every cell, three scripts, characters that break naive writers. */
export const builtReport: Report = {
  title: 'All there is & more <synthetic sample>',
  language: 'en',
  settings: [
    ['Project', 'Study "one"'],
    ['Data', 'Revision 7 of 2026-03-01 09:30 UTC'],
  ],
  blocks: [
    { kind: 'heading', level: 2, runs: [{ text: 'Trust ' }, { text: '信任', lang: 'zh-Hans' }] },
    { kind: 'paragraph', runs: [{ text: 'Definition: ', strong: true }, { text: 'One line\nand another.' }] },
    {
      kind: 'quotation',
      runs: [{ text: '𠮟られた、実名で <b>&amp;', lang: 'ja' }],
      source: [{ text: 'R05 · s05, turn 3 · 00:50' }],
      below: [[{ text: 'Memo: ask again' }]],
    },
    {
      kind: 'table',
      name: 'Agreement: per [code]',
      caption: 'Agreement per code',
      columns: ['code', 'n', 'κ', 'note'],
      rows: [
        [textCell('=1+1'), countCell(12), numberCell(-0.0444, 3), textCell('@import')],
        [
          runsCell([{ text: '恐れ', lang: 'ja' }]),
          countCell(0),
          { kind: 'undefined', reason: 'No variation.' },
          textCell('a,"b"'),
        ],
      ],
      notes: ['Two coders.'],
    },
    {
      kind: 'figure',
      caption: 'Bars',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#1d3b57"/></svg>',
      width: 40,
      height: 20,
      alternative: 'One dark bar',
    },
    { kind: 'heading', level: 3, runs: [{ text: 'End' }] },
  ],
  footer: ['Made with Verbatim 0.1.0.', 'Synthetic sample.'],
  origin: {
    project: 'Study "one"',
    revision: 7,
    revisedAt: '2026-03-01T09:30:00.000Z',
    software: 'Verbatim 0.1.0',
    synthetic: true,
  },
};
