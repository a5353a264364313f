import { create } from 'zustand';
import type { IntegrityFault } from '../../../shared/contract/methods/project.ts';
import type { Coder, Document, Turn } from '../../../shared/contract/schema/entities.ts';
import type { DocumentId, TurnId } from '../../../shared/domain/ids.ts';

/** Dialogs that need nothing but their name. */
type PlainKind =
  | 'palette'
  | 'help'
  | 'newProject'
  | 'openProject'
  | 'restoreBackup'
  | 'history'
  | 'review'
  | 'memoOn'
  | 'renameProject'
  | 'exportProject'
  | 'encryptProject'
  | 'shareProject'
  | 'lockProject'
  | 'privacy'
  | 'pasteText'
  | 'newCoder'
  | 'addCoder'
  | 'settings'
  | 'autocode'
  | 'liftBlind';

export type Overlay =
  | { readonly kind: PlainKind }
  | { readonly kind: 'unlock'; readonly ticket: string; readonly file: string }
  | { readonly kind: 'privacyOf'; readonly ticket: string }
  | { readonly kind: 'openFile'; readonly file: File }
  | { readonly kind: 'faults'; readonly faults: readonly IntegrityFault[] }
  | { readonly kind: 'leaveBlind'; readonly coder: Pick<Coder, 'id' | 'name'> }
  | { readonly kind: 'reimport'; readonly document: Pick<Document, 'id' | 'name' | 'language'> }
  | { readonly kind: 'speakers'; readonly document: DocumentId }
  | { readonly kind: 'turnTime'; readonly turn: Pick<Turn, 'id' | 'time'> }
  | { readonly kind: 'newSpeaker'; readonly turn: TurnId }
  | { readonly kind: 'renameCoder'; readonly coder: Pick<Coder, 'id' | 'name'> };

/** The dialog over the page that a command has opened; one at a time. */
export const useOverlay = create<{ overlay: Overlay | null }>(() => ({ overlay: null }));

export function openOverlay(overlay: Overlay | PlainKind): void {
  useOverlay.setState({ overlay: typeof overlay === 'string' ? { kind: overlay } : overlay });
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null });
}

/** Closes the dialog if it is the one of that name. */
export function closeOverlayOf(kind: PlainKind): void {
  if (useOverlay.getState().overlay?.kind === kind) closeOverlay();
}
