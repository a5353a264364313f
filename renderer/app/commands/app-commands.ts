import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import { useCommand } from '../../api/hooks.ts';
import { stepLabel } from '../../../shared/messages/step-label.ts';
import { useWords } from '../../i18n/text.ts';
import { goToStep } from '../../features/tour/tour-state.ts';
import { useOpenSample } from '../../features/tour/use-open-sample.ts';
import { showToast } from '../../ui/toast.tsx';
import { openImport, enterView } from '../navigation.ts';
import { rooms } from '../rooms.ts';
import { useChangeSettings, useSettings } from '../use-settings.ts';
import { followUndo } from './follow-undo.ts';
import { openOverlay } from './overlays.ts';
import { type Command, useCommands } from './registry.ts';
import { useChooseCoder } from '../use-choose-coder.ts';
import type { OpenProject } from '../use-open-project.ts';

const smallestText = 13;
const largestText = 28;
const deliveredText = 17;

/** The commands that are there on every screen. */
export function useAppCommands(project: OpenProject | null): void {
  const { t, say } = useWords();
  const change = useChangeSettings();
  const { mutate: undo } = useCommand('history.undo');
  const { mutate: redo } = useCommand('history.redo');
  const { mutate: close } = useCommand('project.close');
  const { open: sample } = useOpenSample();
  const choose = useChooseCoder();
  const { mutate: codeBlind } = useCommand('blinding.begin');
  const hasProject = project !== null;
  const { textSize } = useSettings();

  const commands = useMemo<readonly Command[]>(() => {
    const open = (): boolean => hasProject;
    const closed = (): boolean => !hasProject;
    const tell = (message: 'history.undone' | 'history.redone') => {
      const follow = followUndo();
      return ({ step, place }: Output<'history.undo'>): void => {
        showToast({ text: t(message, { what: say(stepLabel(step)) }) });
        follow(place);
      };
    };
    const resize = (to: number) => () => change({ textSize: Math.min(largestText, Math.max(smallestText, to)) });
    return [
      { id: 'palette', message: 'command.palette', keys: ['Mod+K'], run: () => openOverlay('palette') },
      {
        id: 'undo',
        message: 'command.undo',
        keys: ['Mod+Z'],
        when: open,
        run: () => undo({}, { onSuccess: tell('history.undone') }),
      },
      {
        id: 'redo',
        message: 'command.redo',
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        when: open,
        run: () => redo({}, { onSuccess: tell('history.redone') }),
      },
      { id: 'history', message: 'command.history', when: open, run: () => openOverlay('history') },
      { id: 'review', message: 'command.review', when: open, run: () => openOverlay('review') },
      ...rooms
        .flatMap(({ views }) => views)
        .map((view) => ({
          id: `view.${view}`,
          message: 'command.view' as const,
          values: { name: t(`app.view.${view}`) },
          ...(view === 'search' ? { keys: ['Mod+Shift+F'] } : {}),
          when: open,
          run: () => enterView(view),
        })),
      { id: 'memo.new', message: 'command.memo.new', when: open, run: () => openOverlay('memoOn') },
      { id: 'autocode', message: 'command.autocode', when: open, run: () => openOverlay('autocode') },
      { id: 'import', message: 'command.import', when: open, run: () => openImport([]) },
      {
        id: 'import.paste',
        message: 'command.import.paste',
        keys: ['Mod+Shift+V'],
        when: open,
        run: () => openOverlay('pasteText'),
      },
      { id: 'pseudonyms', message: 'command.pseudonyms', when: open, run: () => enterView('pseudonyms') },
      { id: 'exchange', message: 'command.exchange', when: open, run: () => enterView('exchange') },
      {
        id: 'project.encrypt',
        message: 'command.project.encrypt',
        when: open,
        run: () => openOverlay('encryptProject'),
      },
      { id: 'project.lock', message: 'command.project.lock', when: open, run: () => openOverlay('lockProject') },
      { id: 'project.share', message: 'command.project.share', when: open, run: () => openOverlay('shareProject') },
      { id: 'privacy', message: 'command.privacy', when: open, run: () => openOverlay('privacy') },
      { id: 'project.export', message: 'command.project.export', when: open, run: () => openOverlay('exportProject') },
      { id: 'coder.new', message: 'command.coder.new', when: open, run: () => openOverlay('newCoder') },
      ...(project?.coders ?? [])
        .filter((coder) => coder.id !== project?.coder)
        .map((coder) => ({
          id: `coder.choose.${coder.id}`,
          message: 'command.coder.choose' as const,
          values: { name: coder.name },
          run: () => choose(coder),
        })),
      {
        id: 'blind.begin',
        message: 'command.blind.begin',
        when: () => project?.isBlind === false,
        run: () => codeBlind({}, { onSuccess: () => showToast({ text: t('blind.begun') }) }),
      },
      {
        id: 'blind.lift',
        message: 'command.blind.lift',
        when: () => project?.isBlind === true,
        run: () => openOverlay('liftBlind'),
      },
      { id: 'project.rename', message: 'command.project.rename', when: open, run: () => openOverlay('renameProject') },
      { id: 'backup.restore', message: 'command.backup.restore', run: () => openOverlay('restoreBackup') },
      { id: 'project.close', message: 'command.project.close', when: open, run: () => close({}) },
      { id: 'project.new', message: 'command.project.new', when: closed, run: () => openOverlay('newProject') },
      {
        id: 'project.open',
        message: 'command.project.open',
        keys: ['Mod+O'],
        run: () => openOverlay('openProject'),
      },
      {
        id: 'project.sample',
        message: 'command.project.sample',
        keys: ['Mod+Shift+O'],
        when: closed,
        run: sample,
      },
      { id: 'textSize.larger', message: 'command.textSize.larger', keys: ['Alt++'], run: resize(textSize + 1) },
      { id: 'textSize.smaller', message: 'command.textSize.smaller', keys: ['Alt+-'], run: resize(textSize - 1) },
      { id: 'textSize.reset', message: 'command.textSize.reset', run: resize(deliveredText) },
      { id: 'readingFace.serif', message: 'command.readingFace.serif', run: () => change({ readingFace: 'serif' }) },
      { id: 'readingFace.sans', message: 'command.readingFace.sans', run: () => change({ readingFace: 'sans' }) },
      { id: 'theme.system', message: 'command.theme.system', run: () => change({ theme: 'system' }) },
      { id: 'theme.light', message: 'command.theme.light', run: () => change({ theme: 'light' }) },
      { id: 'theme.dark', message: 'command.theme.dark', run: () => change({ theme: 'dark' }) },
      { id: 'language.en', message: 'command.language.en', run: () => change({ language: 'en' }) },
      { id: 'language.zh-Hans', message: 'command.language.zh-Hans', run: () => change({ language: 'zh-Hans' }) },
      { id: 'language.ja', message: 'command.language.ja', run: () => change({ language: 'ja' }) },
      {
        id: 'tour',
        message: 'command.tour',
        when: () => project?.synthetic === true,
        run: () => goToStep(0),
      },
      { id: 'settings', message: 'command.settings', keys: ['Mod+,'], run: () => openOverlay('settings') },
      { id: 'help', message: 'command.help', keys: ['?'], run: () => openOverlay('help') },
    ];
  }, [hasProject, project, textSize, change, undo, redo, close, sample, choose, codeBlind, t, say]);
  useCommands(commands);
}
