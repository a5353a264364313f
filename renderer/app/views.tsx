import type { ComponentType } from 'react';
import { AgreementScreen } from '../features/agreement/agreement-screen.tsx';
import { CodingScreen } from '../features/coding/coding-screen.tsx';
import { CooccurrenceScreen } from '../features/cooccurrence/cooccurrence-screen.tsx';
import { ImportScreen } from '../features/imports/import-screen.tsx';
import { MemosScreen } from '../features/memos/memos-screen.tsx';
import { SearchScreen } from '../features/search/search-screen.tsx';
import type { MessageId } from '../i18n/text.ts';
import type { ViewName } from './navigation.ts';

type View = {
  readonly name: ViewName;
  readonly title: MessageId;
  readonly Screen: ComponentType;
  /** Whether the top bar has a tab for it. */
  readonly tab: boolean;
};

/** Every screen of an open project: the one place to add another. */
export const views: readonly View[] = [
  { name: 'code', title: 'app.view.code', Screen: CodingScreen, tab: true },
  { name: 'search', title: 'app.view.search', Screen: SearchScreen, tab: true },
  { name: 'cooccurrence', title: 'app.view.cooccurrence', Screen: CooccurrenceScreen, tab: true },
  { name: 'agreement', title: 'app.view.agreement', Screen: AgreementScreen, tab: true },
  { name: 'memos', title: 'app.view.memos', Screen: MemosScreen, tab: true },
  { name: 'import', title: 'app.view.import', Screen: ImportScreen, tab: false },
];
