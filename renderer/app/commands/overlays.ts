import { create } from 'zustand';
import type { IntegrityFault } from '../../../shared/contract/methods/project.ts';
import type { Coder } from '../../../shared/contract/schema/entities.ts';

export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'help' }
  | { readonly kind: 'newProject' }
  | { readonly kind: 'openProject' }
  | { readonly kind: 'openFile'; readonly file: File }
  | { readonly kind: 'restoreBackup' }
  | { readonly kind: 'faults'; readonly faults: readonly IntegrityFault[] }
  | { readonly kind: 'history' }
  | { readonly kind: 'renameProject' }
  | { readonly kind: 'newCoder' }
  | { readonly kind: 'renameCoder'; readonly coder: Pick<Coder, 'id' | 'name'> };

/** The dialog over the page that a command has opened; one at a time. */
export const useOverlay = create<{ overlay: Overlay | null }>(() => ({ overlay: null }));

export function openOverlay(
  overlay:
    | Overlay
    | 'palette'
    | 'help'
    | 'newProject'
    | 'openProject'
    | 'restoreBackup'
    | 'history'
    | 'renameProject'
    | 'newCoder',
): void {
  useOverlay.setState({ overlay: typeof overlay === 'string' ? { kind: overlay } : overlay });
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null });
}
