import type { DocumentId } from '../../../shared/domain/ids.ts';
import { rememberedView, rememberView } from '../../api/remembered-view.ts';
import { giveUpJump } from '../../app/navigation.ts';
import { openDocument, useTranscript } from '../transcript/transcript-state.ts';
import { keptPlace } from '../transcript/place/use-kept-place.ts';
import { neighbourOf, tabsWith } from './tab-moves.ts';

/** The transcripts that are open beside each other, as the project remembers them. */
export function tabsNow(): readonly DocumentId[] {
  return rememberedView()?.tabs ?? [];
}

export function keepTabs(tabs: readonly DocumentId[]): void {
  if (tabs !== tabsNow()) rememberView({ tabs: [...tabs] });
}

/** Opens a transcript where it was left and gives the keyboard to it, in the tab that is shown or in one beside it. */
export function openTranscript(document: DocumentId, isBeside = false): void {
  keepTabs(tabsWith(tabsNow(), useTranscript.getState().document, document, isBeside));
  show(document);
}

function show(document: DocumentId): void {
  giveUpJump();
  openDocument(document, keptPlace(document), true);
}

/** Closes a tab; where it is the one shown, its neighbour is shown. The last one stays. */
export function closeTab(document: DocumentId): void {
  const tabs = tabsNow();
  const neighbour = neighbourOf(tabs, document);
  if (neighbour === undefined) return;
  if (useTranscript.getState().document === document) show(neighbour);
  keepTabs(tabs.filter((one) => one !== document));
}
