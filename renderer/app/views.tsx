import { type ComponentType, useEffect, useState } from 'react';
import { create } from 'zustand';
import { CodingScreen } from '../features/coding/coding-screen.tsx';
import { reportError } from '../api/error-report.ts';
import type { ViewName } from './rooms.ts';

type LaterView = Exclude<ViewName, 'code'>;

/** The screens but the first one, each in a file of its own; in which room a view stands is said in `rooms.ts`. */
const laterScreens: Readonly<Record<LaterView, () => Promise<ComponentType>>> = {
  documents: async () => (await import('../features/documents/documents-screen.tsx')).DocumentsScreen,
  cases: async () => (await import('../features/cases/cases-screen.tsx')).CasesScreen,
  survey: async () => (await import('../features/survey/survey-screen.tsx')).SurveyScreen,
  guide: async () => (await import('../features/guide/guide-screen.tsx')).GuideScreen,
  search: async () => (await import('../features/search/search-screen.tsx')).SearchScreen,
  query: async () => (await import('../features/queries/query-screen.tsx')).QueryScreen,
  words: async () => (await import('../features/words/words-screen.tsx')).WordsScreen,
  cooccurrence: async () => (await import('../features/cooccurrence/cooccurrence-screen.tsx')).CooccurrenceScreen,
  comparison: async () => (await import('../features/comparison/comparison-screen.tsx')).ComparisonScreen,
  plane: async () => (await import('../features/plane/plane-screen.tsx')).PlaneScreen,
  joint: async () => (await import('../features/joint/joint-screen.tsx')).JointScreen,
  agreement: async () => (await import('../features/agreement/agreement-screen.tsx')).AgreementScreen,
  adjudication: async () => (await import('../features/adjudication/adjudication-screen.tsx')).AdjudicationScreen,
  rounds: async () => (await import('../features/rounds/rounds-screen.tsx')).RoundsScreen,
  team: async () => (await import('../features/team/team-screen.tsx')).TeamScreen,
  memos: async () => (await import('../features/memos/memos-screen.tsx')).MemosScreen,
  reports: async () => (await import('../features/reports/reports-screen.tsx')).ReportsScreen,
  structure: async () => (await import('../features/structure/structure-screen.tsx')).StructureScreen,
  portraits: async () => (await import('../features/portraits/portraits-screen.tsx')).PortraitsScreen,
  import: async () => (await import('../features/imports/import-screen.tsx')).ImportScreen,
  exchange: async () => (await import('../features/exchange/exchange-screen.tsx')).ExchangeScreen,
  pseudonyms: async () => (await import('../features/pseudonyms/pseudonyms-screen.tsx')).PseudonymsScreen,
};
const laterViews = Object.keys(laterScreens) as LaterView[];

const useScreens = create<Partial<Readonly<Record<ViewName, ComponentType>>>>(() => ({ code: CodingScreen }));

async function loadScreen(view: LaterView): Promise<void> {
  if (useScreens.getState()[view]) return;
  const screen = await laterScreens[view]();
  useScreens.setState({ [view]: screen });
}

/** Loads every screen while the window has nothing else to do, so that changing to one is never waited for. */
async function loadAllScreens(): Promise<void> {
  for (const view of laterViews) {
    await new Promise<void>((resolve) => {
      requestIdleCallback(() => resolve(), { timeout: 1000 });
    });
    await loadScreen(view);
  }
}

/**
 * The screen of a view. Until it has been loaded the one before stays, so that neither the page nor the keyboard's place
 * is empty for a moment.
 */
export function useScreen(view: ViewName): { readonly Screen: ComponentType; readonly isLoading: boolean } {
  const screens = useScreens();
  const [shown, setShown] = useState<ViewName>('code');
  const isThere = screens[view] !== undefined;
  if (isThere && shown !== view) setShown(view);
  useEffect(() => {
    if (view !== 'code') loadScreen(view).catch(reportError);
  }, [view]);
  // What cannot be loaded ahead is asked for, and its failure shown, when it is wanted.
  useEffect(() => void loadAllScreens().catch(() => undefined), []);
  return { Screen: screens[isThere ? view : shown] ?? CodingScreen, isLoading: !isThere };
}
