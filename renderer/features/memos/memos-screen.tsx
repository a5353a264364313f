import { useMemo } from 'react';
import { type ListedMemo, memoKinds, type MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { useQuery } from '../../api/hooks.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { type OpenProject, useOpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { type MemoFilter, matchingMemos } from './matching-memos.ts';
import { MemoPane } from './memo-pane.tsx';
import { MemoRow } from './memo-row.tsx';
import { targetKey, useChosenTarget, useShownMemo } from './memos-state.ts';
import styles from './memos-screen.module.css';
import { useTargetNames } from './use-target-names.ts';

const everything: MemoFilter = { query: '', kind: 'all', coder: 'all' };

/** Every memo of the project, to be found, read, written and followed to its place. */
export function MemosScreen() {
  const project = useOpenProject();
  const { data: memos } = useQuery('memos.list', {});
  return project && memos ? <Memos project={project} memos={memos} /> : null;
}

function Memos({ project, memos }: { project: OpenProject; memos: readonly ListedMemo[] }) {
  const { t } = useWords();
  const nameOf = useTargetNames(project);
  const [filter, setFilter] = useKept('memos.filter', everything);
  const [chosen, choose] = useChosenTarget();
  const [shownMemo, showMemo] = useShownMemo();
  const scroll = useKeptScroll<HTMLDivElement>('memos.list');
  const coderName = useMemo(() => new Map(project.coders.map(({ id, name }) => [id, name])), [project.coders]);
  if (!nameOf) return null;

  const shown = matchingMemos(memos, filter, (memo) => nameOf(memo.target, memo)?.name ?? '');
  const open = (memo: ListedMemo): void => {
    choose(memo.target);
    showMemo(memo.id);
  };
  const onTarget = (target: MemoTarget): ListedMemo | undefined => {
    const there = memos.filter((memo) => targetKey(memo.target) === targetKey(target));
    return there.find(({ id }) => id === shownMemo) ?? there.find(({ coder }) => coder === project.coder);
  };
  const memo = chosen ? onTarget(chosen) : undefined;
  const named = chosen ? nameOf(chosen, memo) : null;
  const isOwn = memo === undefined || memo.coder === project.coder;

  return (
    <div className={styles.screen}>
      <div className={styles.side}>
        <header className={styles.head}>
          <div className={result.titlebar}>
            <h1 className={result.title}>{t('memos.title')}</h1>
            <p role="status" className={result.caption}>
              {memos.length === 0
                ? null
                : shown.length === memos.length
                  ? t('memos.count', { shown: shown.length })
                  : t('memos.countOf', { shown: shown.length, total: memos.length })}
            </p>
            <Button look={memos.length === 0 ? 'main' : 'edged'} onPress={() => openOverlay('memoOn')}>
              {t('memos.new')}
            </Button>
          </div>
          <Field
            label={t('memos.search')}
            hideLabel
            placeholder={t('memos.search')}
            value={filter.query}
            onChange={(query) => setFilter({ ...filter, query })}
          />
          <div className={styles.filters}>
            <Choice<MemoFilter['kind']>
              label={t('memos.kindFilter')}
              value={filter.kind}
              options={(['all', ...memoKinds] as const).map((id) => ({ id, label: t(`memos.kind.${id}`) }))}
              onChange={(kind) => setFilter({ ...filter, kind })}
            />
            <Choice
              label={t('memos.coderFilter')}
              value={filter.coder}
              options={[
                { id: 'all', label: t('memos.coder.all') },
                ...project.coders.map(({ id, name }) => ({ id: id as string, label: name })),
              ]}
              onChange={(coder) => setFilter({ ...filter, coder })}
            />
          </div>
        </header>
        <div ref={scroll} className={styles.list}>
          {memos.length === 0 ? <EmptyState title={t('memos.start.title')} text={t('memos.start.text')} /> : null}
          {memos.length > 0 && shown.length === 0 ? (
            <EmptyState title={t('memos.none.title')} text={t('memos.none.text')} />
          ) : null}
          <ul aria-label={t('memos.list')}>
            {shown.map((one) => (
              <MemoRow
                key={one.id}
                memo={one}
                named={nameOf(one.target, one)}
                coder={coderName.get(one.coder) ?? ''}
                isCurrent={one.id === memo?.id}
                onOpen={() => open(one)}
              />
            ))}
          </ul>
        </div>
      </div>
      {chosen && named ? (
        <MemoPane
          key={`${targetKey(chosen)} ${project.coder} ${isOwn ? '' : memo.id}`}
          target={chosen}
          named={named}
          memo={memo}
          isOwn={isOwn}
          coder={coderName.get(memo?.coder ?? project.coder) ?? ''}
        />
      ) : (
        <div className={styles.none}>
          {memos.length === 0 ? null : <EmptyState title={t('memos.pick.title')} text={t('memos.pick.text')} />}
        </div>
      )}
    </div>
  );
}
