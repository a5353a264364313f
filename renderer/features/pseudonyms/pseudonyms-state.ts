import { isVerbatimError, type VerbatimError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { type NamedPart, namedParts, type PseudonymHit } from '../../../shared/contract/methods/pseudonyms.ts';
import type { Pseudonym } from '../../../shared/pseudonyms/find-names.ts';
import { pseudonymList } from '../../../shared/pseudonyms/pseudonym-list.ts';
import { createProjectState } from '../../api/project-state.ts';
import { call } from '../../api/connection.ts';
import { asVerbatimError } from '../../api/error-report.ts';

export type Preview = Output<'pseudonyms.preview'>;

type PseudonymsState = {
  /** The list as it is written: it lives here, as long as the window is open, and nowhere else. */
  readonly text: string;
  readonly folded: boolean;
  readonly parts: ReadonlySet<NamedPart>;
  /** Hits that stay as they are. */
  readonly left: ReadonlySet<string>;
  readonly preview: Preview | null;
  readonly error: VerbatimError | null;
  /** Done of total while transcripts are looked through. */
  readonly looking: { readonly done: number; readonly total: number } | null;
};

const empty: PseudonymsState = {
  text: '',
  folded: false,
  parts: new Set(namedParts),
  left: new Set(),
  preview: null,
  error: null,
  looking: null,
};

export const usePseudonyms = createProjectState(empty);

export function hitKey({ document, start }: Pick<PseudonymHit, 'document' | 'start'>): string {
  return `${document} ${start}`;
}

/** What the list says, as the core takes it; null while there is nothing in it. */
export function listInput(): { list: Pseudonym[]; folded: boolean } | null {
  const { text, folded } = usePseudonyms.getState();
  const list = pseudonymList(text);
  return list.length === 0 ? null : { list, folded };
}

let abort: AbortController | null = null;

/** Looks for the names anew; what was being looked for before is given up. */
export async function lookForNames(): Promise<void> {
  abort?.abort();
  const input = listInput();
  if (input === null) {
    usePseudonyms.setState({ preview: null, error: null, looking: null });
    return;
  }
  const controller = new AbortController();
  abort = controller;
  usePseudonyms.setState({ looking: { done: 0, total: 1 } });
  try {
    const preview = await call('pseudonyms.preview', input, {
      signal: controller.signal,
      onProgress: (done, total) => abort === controller && usePseudonyms.setState({ looking: { done, total } }),
    });
    if (abort === controller) usePseudonyms.setState({ preview, error: null, looking: null });
  } catch (error) {
    if (abort !== controller || isVerbatimError(error, 'cancelled')) return;
    usePseudonyms.setState({ preview: null, error: asVerbatimError(error), looking: null });
  }
}

/** Which hits stay as they are. */
export function leaveHits(hits: readonly PseudonymHit[], isLeft: boolean): void {
  usePseudonyms.setState(({ left }) => {
    const next = new Set(left);
    for (const hit of hits) {
      if (isLeft) next.add(hitKey(hit));
      else next.delete(hitKey(hit));
    }
    return { left: next };
  });
}

export function togglePart(id: string): void {
  usePseudonyms.setState(({ parts }) => ({
    parts: new Set(namedParts.filter((part) => parts.has(part) !== (part === id))),
  }));
}
