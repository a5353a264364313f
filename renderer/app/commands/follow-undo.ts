import { markPlace } from '../../features/transcript/readers-place.ts';
import { useTranscript } from '../../features/transcript/transcript-state.ts';
import { type PassageTarget, showPassage, useNavigation } from '../navigation.ts';

/** The place that was shown last. */
let shown: PassageTarget | null = null;

function isAt({ document, start }: PassageTarget): boolean {
  const { target } = useNavigation.getState();
  const now = useTranscript.getState();
  return target
    ? target.document === document && target.start === start
    : now.document === document && now.place === start && now.selection === null;
}

/**
 * Call it as undo or redo is asked for; what it answers shows the place of what was done. Who has read on meanwhile is left
 * where they are; several steps one right after the other are followed to the last.
 */
export function followUndo(): (place: PassageTarget | null) => void {
  const isHere = markPlace(useTranscript.getState().selection);
  return (place) => {
    if (!place || useNavigation.getState().view !== 'code') return;
    if (!isHere() && !(shown && isAt(shown))) return;
    shown = place;
    showPassage(place);
  };
}
