import { QueryClientProvider } from '@tanstack/react-query';
import { useConnection } from '../api/connection.ts';
import { useQuery, useQueryPart } from '../api/hooks.ts';
import { queryClient } from '../api/query-client.ts';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { WordsProvider } from '../i18n/words-provider.tsx';
import { useFocusMemory } from '../ui/focus-return.ts';
import { Toasts } from '../ui/toast.tsx';
import { useAppCommands } from './commands/app-commands.ts';
import { CommandOverlays } from './commands/command-overlays.tsx';
import { useShortcuts } from './commands/shortcuts.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { DropTarget } from './drop-target.tsx';
import { ProjectShell } from './project-shell.tsx';
import { useOpenProject } from './use-open-project.ts';
import { useAppearance, useSettings } from './use-settings.ts';

/** The whole page: providers, then the welcome screen or the open project. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>
  );
}

function Page() {
  const settings = useSettings();
  useAppearance(settings);
  return (
    <WordsProvider language={settings.shownLanguage}>
      <Content />
      <Toasts />
    </WordsProvider>
  );
}

const hasAnswer = (): boolean => true;

function Welcome() {
  const { data: state } = useQuery('app.state', {});
  return state ? <WelcomeScreen state={state} /> : null;
}

function Content() {
  const connection = useConnection((s) => s.state);
  const isKnown = useQueryPart('app.state', {}, hasAnswer, { enabled: connection === 'open' }) === true;
  useShortcuts();
  useFocusMemory();
  const project = useOpenProject(connection === 'open');
  useAppCommands(project);
  if (!isKnown || connection === 'elsewhere' || connection === 'refused') return <ConnectionNotice />;
  return (
    <DropTarget hasProject={project !== null}>
      {/* A restored backup is the same project in another file. */}
      {project ? <ProjectShell key={`${project.id} ${project.file}`} project={project} /> : <Welcome />}
      <CommandOverlays project={project} />
    </DropTarget>
  );
}
