import { useEffect, useLayoutEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Memo } from '../../../shared/contract/schema/entities.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { CodeId, CoderId, DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { Block } from '../../../shared/transcript/blocks.ts';
import { useQuery } from '../../api/hooks.ts';
import { patchAnswer, queryClient, queryKey } from '../../api/query-client.ts';
import { type OpenProject, useOpenProject } from '../../app/use-open-project.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { type DocumentPage, documentPage } from './place/document-page.ts';
import {
  createCodingsKeeper,
  type PlacedCoding,
  type PlacedCodings,
  type SectionCodings,
  type SectionLanes,
} from './margin/placed-codings.ts';

export type { PlacedCoding };

/** Another coder whose work is on the page. */
export type OtherCoder = { readonly id: CoderId; readonly name: string };

/** One transcript as it is read: its page and its codings at this moment. */
export type DocumentView = DocumentPage &
  Omit<PlacedCodings, 'sections' | 'sectionLanes'> & {
    readonly page: DocumentPage;
    readonly codingsOfSection: (blocks: readonly Block[]) => SectionCodings;
    readonly lanesOfSection: (blocks: readonly Block[]) => SectionLanes;
    /** Other coders with codings here, in the order of their names; their lanes stand after one's own. */
    readonly others: readonly OtherCoder[];
    /** The coder whose work new codings are. */
    readonly coder: CoderId;
    readonly ownName: string;
    readonly coderName: (coder: CoderId) => string;
    /** Memos on passages, whether these are coded or not, in text order. */
    readonly passageMemos: readonly PassageMemo[];
  };

/** A memo on words, with or without a coding. */
export type PassageMemo = Span & { readonly memo: Memo };

type Coded = Output<'codings.ofDocument'>;

function passageMemos({ memos, selections }: Coded): readonly PassageMemo[] {
  return memos
    .flatMap((memo) => {
      if (memo.target.kind !== 'selection') return [];
      const selection = selections.find(({ id }) => id === memo.target.id);
      if (!selection || selection.state === 'detached') return [];
      return [{ memo, start: selection.start, end: selection.end }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

type Inputs = {
  readonly page: DocumentPage;
  readonly coded: Coded;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly project: OpenProject;
};

/** The transcript on the page. Components take from it the part they draw, so that each is drawn anew only when its part changes. */
export const useView = create<{ readonly view: DocumentView | null }>(() => ({ view: null }));

export function viewNow(): DocumentView | null {
  return useView.getState().view;
}

let shown: Inputs | null = null;
let keep = createCodingsKeeper();
let others: readonly OtherCoder[] = [];

const noSection: SectionCodings = [];
const noLanes: SectionLanes = new Map();

function viewOf(inputs: Inputs): DocumentView {
  const { page, coded, codes, project } = inputs;
  const { sections, sectionLanes, ...placed } = keep({ page, coded, codes, coder: project.coder });
  const present = project.coders.filter(({ id }) => id !== project.coder && placed.lanes.has(id));
  if (present.length !== others.length || present.some((one, place) => one !== others[place])) others = present;
  const coderName = (coder: CoderId): string => project.coders.find(({ id }) => id === coder)?.name ?? '';
  return {
    ...page,
    ...placed,
    page,
    codingsOfSection: (blocks) => sections.get(blocks[0]!) ?? noSection,
    lanesOfSection: (blocks) => sectionLanes.get(blocks[0]!) ?? noLanes,
    others,
    coder: project.coder,
    ownName: coderName(project.coder),
    coderName,
    passageMemos: passageMemos(coded),
  };
}

function show(inputs: Inputs | null): void {
  const isSame =
    shown === inputs ||
    (shown !== null &&
      inputs !== null &&
      (Object.keys(inputs) as (keyof Inputs)[]).every((key) => shown![key] === inputs[key]));
  if (isSame) return;
  if (inputs?.page !== shown?.page) keep = createCodingsKeeper();
  shown = inputs;
  useView.setState({ view: inputs && viewOf(inputs) });
}

/** Puts changed codings into the cache and on the page at once: what is set in the same turn is drawn together with them. */
export function patchCoded(document: DocumentId, patch: (coded: Coded) => Coded): void {
  patchAnswer('codings.ofDocument', { document }, patch);
  const coded = queryClient.getQueryData<Coded>(queryKey('codings.ofDocument', { document }));
  if (coded && shown?.page.document.id === document) show({ ...shown, coded });
}

/** Keeps {@link useView} at what is known of a transcript; null as long as something is missing. */
export function useDocumentView(id: DocumentId | null): void {
  const isOpen = id !== null;
  const input = { document: id! };
  const { data: document } = useQuery('documents.get', input, { enabled: isOpen });
  const { data: coded } = useQuery('codings.ofDocument', input, { enabled: isOpen });
  const project = useOpenProject();
  const codes = useNamedCodes();
  const page = useMemo(() => (document ? documentPage(document) : null), [document]);
  useLayoutEffect(
    () => show(page && coded && project && codes ? { page, coded, codes, project } : null),
    [page, coded, project, codes],
  );
  useEffect(() => () => show(null), []);
}
