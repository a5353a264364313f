import {
  defaultSettings,
  settings as settingsSchema,
  viewState as viewStateSchema,
  type Settings,
  type ViewState,
} from '../../../../shared/contract/methods/settings.ts';
import { SettingsFile } from '../../settings-file.ts';
import { viewStateQueries } from '../../store/repositories/view-state-table.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';

const emptyView: ViewState = { document: null, tabs: [], places: {}, panes: {}, closedCodes: [] };

function readSettings(raw: unknown): Settings {
  const parsed = settingsSchema.partial().safeParse(raw);
  return { ...defaultSettings, ...(parsed.success ? withoutGaps(parsed.data) : {}) };
}

/** A patch says what to change; a key given as undefined says nothing. */
function withoutGaps<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function readView(project: OpenProject): ViewState {
  const kept = project.store.all(viewStateQueries.all).find(({ key }) => key === 'view')?.value;
  if (kept === undefined) return emptyView;
  try {
    const parsed = viewStateSchema.safeParse({ ...emptyView, ...JSON.parse(kept) });
    return parsed.success ? parsed.data : emptyView;
  } catch {
    // Not JSON: a remembered place is all that is lost.
    return emptyView;
  }
}

export function settingsService(context: Context): Service<'settings.get' | 'settings.set' | 'view.get' | 'view.set'> {
  const file = new SettingsFile(context.ports.folders.data, 'settings.json', readSettings);
  return {
    'settings.get': () => file.read(),
    'settings.set': (patch) => {
      const next: Settings = { ...file.read(), ...withoutGaps(patch) };
      file.write(next);
      context.broadcast({ name: 'settingsChanged', data: {} });
      return next;
    },
    'view.get': () => readView(context.project()),
    'view.set': (patch) => {
      const project = context.project();
      project.store.keepView('view', JSON.stringify({ ...readView(project), ...withoutGaps(patch) }));
      return {};
    },
  };
}
