import { createProjectState } from '../../api/project-state.ts';
import { showView } from '../../app/navigation.ts';
import type { ViewName } from '../../app/rooms.ts';

/** The steps of the tour of the sample study, each on the screen it speaks of; its words are `tour.NAME` and `tour.NAME.text`. */
export const tourSteps = [
  { name: 'read', view: 'code' },
  { name: 'cases', view: 'cases' },
  { name: 'together', view: 'cooccurrence' },
  { name: 'agree', view: 'agreement' },
  { name: 'own', view: 'reports' },
] as const satisfies readonly { readonly name: string; readonly view: ViewName }[];

/** Which step is shown; null: none. */
export const useTour = createProjectState<{ step: number | null }>({ step: null });

export function goToStep(step: number): void {
  const to = tourSteps[step];
  if (to === undefined) return;
  showView(to.view);
  useTour.setState({ step });
}

export function endTour(): void {
  useTour.setState({ step: null });
}
