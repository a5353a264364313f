import { studyFileName } from '../../../../shared/export/file-name.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Context, Service } from '../project/context.ts';
import { decide, withdraw } from './decide.ts';
import { differenceQueue } from './differences.ts';
import { adjudicationFigures } from './figures.ts';
import { goldFile } from './gold-file.ts';

type Names =
  | 'agreement.differences'
  | 'adjudication.decide'
  | 'adjudication.withdraw'
  | 'adjudication.figures'
  | 'adjudication.export';

export function adjudicationService(context: Context): Service<Names> {
  return {
    'agreement.differences': (input) => differenceQueue(context.project(), input),
    'adjudication.decide': (input) => ({ id: asId<'adjudication'>(decide(context.project(), input)) }),
    'adjudication.withdraw': ({ adjudication }) => {
      withdraw(context.project(), adjudication);
      return {};
    },
    'adjudication.figures': (settings) => adjudicationFigures(context.project(), settings),
    'adjudication.export': (input) => {
      const project = context.project();
      const { text, codings, decisions } = goldFile(project, input);
      const file = `${studyFileName(project.summary(), 'agreed')}.${input.format}`;
      return { ticket: context.tickets.offer(file, new TextEncoder().encode(text)), name: file, codings, decisions };
    },
  };
}
