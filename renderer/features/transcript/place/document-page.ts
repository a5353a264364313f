import type { Document, Speaker } from '../../../../shared/contract/schema/entities.ts';
import { type Block, blockSections, transcriptBlocks } from '../../../../shared/transcript/blocks.ts';
import type { UnitSource } from '../../../../shared/transcript/coding-unit.ts';

/** What of a transcript does not change while it is coded: its words, its turns, who speaks. */
export type DocumentPage = UnitSource & {
  readonly document: Document;
  readonly sections: readonly (readonly Block[])[];
  readonly speakers: ReadonlyMap<string, Speaker>;
};

export function documentPage(document: Document): DocumentPage {
  const blocks = transcriptBlocks(document.text, document.turns);
  const speakers = new Map<string, Speaker>(document.speakers.map((speaker) => [speaker.id, speaker]));
  const isQuestion = ({ turn }: Block): boolean => {
    const speaker = turn === null ? null : document.turns[turn]!.speaker;
    return speaker !== null && speakers.get(speaker)?.role === 'interviewer';
  };
  return {
    document,
    text: document.text,
    language: document.language,
    blocks,
    speakers,
    isQuestion,
    sections: blockSections(blocks),
  };
}
