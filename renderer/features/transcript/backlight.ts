import type { CodeId } from '../../../shared/domain/ids.ts';
import { withDescendants } from '../../../shared/domain/codebook.ts';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { queryClient, queryKey } from '../../api/query-client.ts';
import type { Command } from '../../app/commands/registry.ts';
import { useCodebookState } from '../codebook/codebook-state.ts';
import type { DocumentPage } from './place/document-page.ts';
import { toggleBacklight, useTranscript } from './transcript-state.ts';
import { withCodingAtHand } from './at-hand.ts';
import { viewNow } from './use-document-view.ts';

/** A code and all below it. */
function withChildren(code: CodeId): readonly CodeId[] {
  const codes = queryClient.getQueryData<Output<'codes.list'>>(queryKey('codes.list', {})) ?? [];
  return [...withDescendants(codes, [code])];
}

/** Dims everything but one code: of the coding at hand, else the one selected in the codebook. */
export function lightCode(): void {
  withCodingAtHand((coding) => {
    const code = (coding === null ? undefined : viewNow()?.codingById.get(coding)?.code.code.id) ?? null;
    const chosen = code ?? useCodebookState.getState().selected;
    if (chosen !== null) toggleBacklight({ kind: 'codes', codes: withChildren(chosen) });
  });
}

/** Dims everything but the turns of whoever speaks at the reader's place. */
function lightSpeaker(page: DocumentPage): void {
  const block = page.blocks[blockAt(page.blocks, useTranscript.getState().place)];
  const turn = block?.turn ?? null;
  if (turn !== null) toggleBacklight({ kind: 'speaker', speaker: page.document.turns[turn]!.speaker });
}

/** The commands of the backlight; each again takes the dimming away. */
export function backlightCommands(page: DocumentPage): readonly Command[] {
  const coding = { scope: 'coding' } as const;
  return [
    { ...coding, id: 'backlight.code', message: 'command.backlight.code', keys: ['B'], run: lightCode },
    {
      ...coding,
      id: 'backlight.speaker',
      message: 'command.backlight.speaker',
      keys: ['Shift+B'],
      run: () => lightSpeaker(page),
    },
    {
      ...coding,
      id: 'backlight.uncoded',
      message: 'command.backlight.uncoded',
      keys: ['N'],
      run: () => toggleBacklight({ kind: 'uncoded' }),
    },
  ];
}
