import type { MessageId } from '../i18n/text.ts';

export type ViewName =
  | 'code'
  | 'documents'
  | 'search'
  | 'query'
  | 'words'
  | 'cases'
  | 'survey'
  | 'guide'
  | 'cooccurrence'
  | 'comparison'
  | 'plane'
  | 'joint'
  | 'portraits'
  | 'structure'
  | 'agreement'
  | 'adjudication'
  | 'rounds'
  | 'team'
  | 'memos'
  | 'reports'
  | 'import'
  | 'exchange'
  | 'pseudonyms';

/** One tab of the top bar; where it has several views, they stand in a second row below it. */
export type Room = {
  readonly name: string;
  readonly title: MessageId;
  readonly views: readonly [ViewName, ...ViewName[]];
};

/** The tabs of an open project from first reading to last report, in the order in which a study needs them. */
export const rooms: readonly Room[] = [
  { name: 'code', title: 'app.view.code', views: ['code'] },
  { name: 'documents', title: 'app.view.documents', views: ['documents'] },
  { name: 'cases', title: 'app.room.cases', views: ['cases', 'survey', 'guide'] },
  { name: 'search', title: 'app.view.search', views: ['search', 'query', 'words'] },
  {
    name: 'analysis',
    title: 'app.room.analysis',
    views: ['cooccurrence', 'comparison', 'plane', 'joint', 'structure', 'portraits'],
  },
  { name: 'agreement', title: 'app.view.agreement', views: ['agreement', 'adjudication', 'rounds', 'team'] },
  { name: 'memos', title: 'app.view.memos', views: ['memos'] },
  { name: 'reports', title: 'app.view.reports', views: ['reports'] },
];

/** Views that a command or a file opens, without a tab of their own until they are shown. */
export const passingViews: readonly ViewName[] = ['import', 'exchange', 'pseudonyms'];

/** The room a view stands in, or null for one without a tab. */
export function roomOf(view: ViewName): Room | null {
  return rooms.find(({ views }) => views.includes(view)) ?? null;
}
