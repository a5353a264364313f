import type { ComponentType } from 'react';
import { AdjudicationScreen } from '../features/adjudication/adjudication-screen.tsx';
import { AgreementScreen } from '../features/agreement/agreement-screen.tsx';
import { CasesScreen } from '../features/cases/cases-screen.tsx';
import { CodingScreen } from '../features/coding/coding-screen.tsx';
import { ComparisonScreen } from '../features/comparison/comparison-screen.tsx';
import { CooccurrenceScreen } from '../features/cooccurrence/cooccurrence-screen.tsx';
import { DocumentsScreen } from '../features/documents/documents-screen.tsx';
import { ExchangeScreen } from '../features/exchange/exchange-screen.tsx';
import { GuideScreen } from '../features/guide/guide-screen.tsx';
import { ImportScreen } from '../features/imports/import-screen.tsx';
import { JointScreen } from '../features/joint/joint-screen.tsx';
import { MemosScreen } from '../features/memos/memos-screen.tsx';
import { PseudonymsScreen } from '../features/pseudonyms/pseudonyms-screen.tsx';
import { QueryScreen } from '../features/query/query-screen.tsx';
import { ReportsScreen } from '../features/reports/reports-screen.tsx';
import { PortraitsScreen } from '../features/portraits/portraits-screen.tsx';
import { PlaneScreen } from '../features/plane/plane-screen.tsx';
import { RoundsScreen } from '../features/rounds/rounds-screen.tsx';
import { SearchScreen } from '../features/search/search-screen.tsx';
import { StructureScreen } from '../features/structure/structure-screen.tsx';
import { TeamScreen } from '../features/team/team-screen.tsx';
import { WordsScreen } from '../features/words/words-screen.tsx';
import { SurveyScreen } from '../features/survey/survey-screen.tsx';
import type { ViewName } from './rooms.ts';

/** The screen of every view; in which room a view stands is said in `rooms.ts`. */
export const views: Readonly<Record<ViewName, ComponentType>> = {
  code: CodingScreen,
  documents: DocumentsScreen,
  cases: CasesScreen,
  survey: SurveyScreen,
  guide: GuideScreen,
  search: SearchScreen,
  query: QueryScreen,
  words: WordsScreen,
  cooccurrence: CooccurrenceScreen,
  comparison: ComparisonScreen,
  plane: PlaneScreen,
  joint: JointScreen,
  agreement: AgreementScreen,
  adjudication: AdjudicationScreen,
  rounds: RoundsScreen,
  team: TeamScreen,
  memos: MemosScreen,
  reports: ReportsScreen,
  structure: StructureScreen,
  portraits: PortraitsScreen,
  import: ImportScreen,
  exchange: ExchangeScreen,
  pseudonyms: PseudonymsScreen,
};
