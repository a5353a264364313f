import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTurns } from '../../../shared/import/turns/parse-turns.ts';

type Said = { readonly speaker: number; readonly words: readonly string[]; readonly seconds: number };

/** One way to write a transcript: names that go with it, a turn's head, what joins head, paragraphs and turns. */
type Convention = {
  readonly names: readonly string[];
  readonly head: (name: string, clock: string) => string;
  readonly paragraphs?: string;
  readonly between?: string;
  readonly timed?: true;
};

const latin = ['Interviewer', 'Maria Lopez', 'P07'];
const chinese = ['访问者', '受访者', '张伟'];
const conventions: Readonly<Record<string, Convention>> = {
  'NAME:': { names: ['INTERVIEWER', 'TERRI ODA', 'MEL'], head: (name) => `${name}: ` },
  'Name: on tight lines': { names: latin, head: (name) => `${name}: `, between: '\n' },
  'Name：': { names: chinese, head: (name) => `${name}：` },
  'I:<TAB>': { names: ['I', 'R', 'R2'], head: (name) => `${name}:\t`, between: '\n' },
  'Ｑ：': { names: ['Ｑ', 'Ａ', 'Ｂ'], head: (name) => `${name}：` },
  '**Name:**': { names: latin, head: (name) => `**${name}:** ` },
  '**Name**:': { names: latin, head: (name) => `**${name}**: ` },
  '### Name:': { names: latin, head: (name) => `### ${name}:\n` },
  '### 名字：': { names: chinese, head: (name) => `### ${name}：\n` },
  '[time] NAME:': { names: latin, head: (name, clock) => `[${clock}] ${name}: `, timed: true },
  'time NAME:': { names: latin, head: (name, clock) => `${clock} ${name}: `, timed: true },
  'NAME: [time]': { names: latin, head: (name, clock) => `${name}: [${clock}] `, timed: true },
  'name(time):': { names: chinese, head: (name, clock) => `${name}(${clock}): `, timed: true },
  'name (time): and a new line': { names: latin, head: (name, clock) => `${name} (${clock}):\n`, timed: true },
  'name（time）　': {
    names: ['聞き手', '野村', 'Ryo'],
    head: (name, clock) => `${name}（${clock}）\u3000`,
    timed: true,
  },
  'speaker time and a new line': {
    names: ['说话人 1', '说话人 2', '王芳'],
    head: (name, clock) => `${name} ${clock}\n`,
    timed: true,
  },
  'time speaker and a new line': { names: latin, head: (name, clock) => `[${clock}] ${name}\n`, timed: true },
  '　name　': { names: ['聞き手', '野村', '江戸川'], head: (name) => `\u3000${name}\u3000`, between: '\n' },
  '【name】': { names: chinese, head: (name) => `【${name}】` },
  'name<TAB>': { names: latin, head: (name) => `${name}\t`, between: '\n' },
  'name -': { names: latin, head: (name) => `${name} - ` },
  'name on a line': { names: latin, head: (name) => `${name}\n` },
  '1. name:': { names: latin, head: (name) => `1. ${name}: ` },
};

const sentence = fc.constantFrom(
  'There are two things I would say: the noise, and the money.',
  'yes.',
  'See https://example.org/a:b at 12:30, it is all there',
  '（笑）就是这样，他说：“不行”。',
  'そうですね。「それは」と言いました。',
  'She asked me why?',
  '"Quoted," he said.',
  'I don’t know 😀',
);
const said = fc.record({
  words: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  speaker: fc.nat({ max: 2 }),
  seconds: fc.nat({ max: 35_999 }),
});
/** At least six turns, the first two speakers at least twice each: less is no pattern. */
const talk = fc
  .array(said, { maxLength: 14 })
  .map((rest): Said[] =>
    [0, 1, 0, 1].map((speaker, place) => ({ speaker, words: ['Well then.'], seconds: place })).concat(rest as never),
  );

const headers = fc.constantFrom(
  '',
  'Interview 3\n\n',
  'Date: 12 May 2020\nInterviewer: Jane\nPlace: Leeds\n\n',
  '---\ntitle: x\n---\n\n',
);

function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

describe('a transcript written in a convention gives back its turns', () => {
  test.each(Object.keys(conventions))('%s', (key) => {
    const { names, head, between = '\n\n', timed } = conventions[key]!;
    fc.assert(
      fc.property(talk, headers, (turns, header) => {
        let text = header;
        const wanted = turns.map(({ speaker, words, seconds }) => {
          const start = text.length;
          const lead = head(names[speaker]!, clockOf(seconds));
          const content = words.join('\n');
          text += `${lead}${content}${between}`;
          const blanks = lead.length - lead.trimStart().length;
          return {
            start: start + blanks,
            contentStart: start + lead.length,
            end: start + lead.length + content.length,
            speaker: names[speaker]!,
            time: timed === true ? seconds : null,
          };
        });
        const parsed = parseTurns(text);
        expect(parsed.turns).toEqual(wanted);
        expect(Object.fromEntries(parsed.speakers.map((one) => [one.name, one.turns]))).toEqual(
          Object.fromEntries(
            parsed.speakers.map((one) => [one.name, wanted.filter((turn) => turn.speaker === one.name).length]),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('any text at all: turns in order, inside the text, not overlapping, never a crash', () => {
    const noise = fc.array(
      fc.oneof(
        sentence,
        fc.constantFrom(...latin.map((name) => `${name}:`), '>', '#', '---', '', ' ', '12:30', '\t', '　', '**'),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, fc.constantFrom('\n', ' ', '\n\n'), (parts, joint) => {
        const text = parts.join(joint);
        let last = 0;
        for (const turn of parseTurns(text).turns) {
          expect(turn.start).toBeGreaterThanOrEqual(last);
          expect(turn.contentStart).toBeGreaterThanOrEqual(turn.start);
          expect(turn.end).toBeGreaterThanOrEqual(turn.contentStart);
          expect(text.slice(turn.contentStart, turn.end)).toBe(text.slice(turn.contentStart, turn.end).trim());
          last = turn.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });
});
