import { QueryClientProvider } from '@tanstack/react-query';
import { useConnection } from '../api/connection.ts';
import { useQuery } from '../api/hooks.ts';
import { queryClient } from '../api/query-client.ts';
import { WelcomeScreen } from '../features/welcome/welcome-screen.tsx';
import { WordsProvider } from '../i18n/words-provider.tsx';
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

function Content() {
  const connection = useConnection((s) => s.state);
  const { data: state } = useQuery('app.state', {}, { enabled: connection === 'open' });
  useShortcuts();
  const project = useOpenProject(connection === 'open');
  useAppCommands(project);
  if (!state || connection === 'elsewhere' || connection === 'refused') return <ConnectionNotice />;
  return (
    <DropTarget hasProject={project !== null}>
      {/* A restored backup is the same project in another file. */}
      {project ? (
        <ProjectShell key={`${project.id} ${project.file}`} project={project} />
      ) : (
        <WelcomeScreen state={state} />
      )}
      <CommandOverlays project={project} />
    </DropTarget>
  );
}
