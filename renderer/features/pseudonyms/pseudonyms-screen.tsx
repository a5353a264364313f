import { useEffect, useMemo, useState } from 'react';
import { studyFileName } from '../../../shared/export/file-name.ts';
import { namedParts } from '../../../shared/contract/methods/pseudonyms.ts';
import { keyFile, pseudonymList } from '../../../shared/pseudonyms/pseudonym-list.ts';
import { call } from '../../api/connection.ts';
import { saveCsv, withUploaded } from '../../api/files.ts';
import { useCommand } from '../../api/hooks.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import { showToast } from '../../ui/toast.tsx';
import result from '../results/result.module.css';
import { CheckDialog } from './check-dialog.tsx';
import { NameHits } from './name-hits.tsx';
import { hitKey, listInput, lookForNames, togglePart, usePseudonyms } from './pseudonyms-state.ts';
import styles from './pseudonyms-screen.module.css';
import { SealDialog } from './seal-dialog.tsx';

/** How long after the last key the transcripts are looked through, in milliseconds. */
const pause = 400;
/** Hits drawn at first, and with each "show more". */
const drawnAtOnce = 300;

/** Real names replaced by pseudonyms over all transcripts: the list, every hit in its context, and what is done with them. */
export function PseudonymsScreen() {
  const { t } = useWords();
  const project = useOpenProject();
  const { text, folded, parts, left, preview, error, looking } = usePseudonyms();
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const [dialog, setDialog] = useState<'seal' | 'check' | null>(null);
  const { mutate: apply, isPending } = useCommand('pseudonyms.apply');
  const list = useMemo(() => pseudonymList(text), [text]);
  useEffect(() => {
    const timer = setTimeout(() => void lookForNames(), pause);
    return () => clearTimeout(timer);
  }, [text, folded]);

  const groups = useMemo(
    () => [...Map.groupBy(preview?.hits.slice(0, drawn) ?? [], ({ document }) => document)],
    [preview, drawn],
  );
  const pseudonyms = useMemo(() => list.map(({ pseudonym }) => pseudonym), [list]);
  const except = preview?.hits.filter((hit) => left.has(hitKey(hit))) ?? [];
  const taken = (preview?.total ?? 0) - except.length;
  const places = preview?.places.filter(({ part }) => parts.has(part)) ?? [];

  const readList = async (file: File): Promise<void> => {
    try {
      const read = await withUploaded(file, (ticket) => call('pseudonyms.read', { ticket }));
      const lines = read.map(({ name, pseudonym }) => `${name} → ${pseudonym}`);
      usePseudonyms.setState((now) => ({
        text: [now.text.trim(), ...lines].filter((line) => line !== '').join('\n'),
      }));
    } catch (failure) {
      reportError(failure);
    }
  };
  const replace = (): void => {
    const input = listInput();
    if (input === null) return;
    apply(
      { ...input, except: except.map(({ document, start }) => ({ document, start })), parts: [...parts] },
      {
        onSuccess: (made) => {
          showToast({ text: t('pseudonyms.replaced', { hits: made.replaced, places: made.places }) });
          // What was left stands elsewhere in the changed texts.
          usePseudonyms.setState({ left: new Set() });
          void lookForNames();
        },
      },
    );
  };

  return (
    <div className={styles.screen}>
      <div className={styles.settings}>
        <h1 className={result.title}>{t('app.view.pseudonyms')}</h1>
        <p className={styles.note}>{t('pseudonyms.text')}</p>
        <Field
          label={t('pseudonyms.list')}
          lines={12}
          value={text}
          placeholder={t('pseudonyms.list.placeholder')}
          onChange={(written) => usePseudonyms.setState({ text: written })}
        />
        <div className={styles.files}>
          <ChooseFile label={t('pseudonyms.read')} accept=".csv,.tsv,.txt" onChoose={(file) => void readList(file)} />
          <Button
            isDisabled={list.length === 0 || !project}
            onPress={() => project && saveCsv(`${studyFileName(project, t('pseudonyms.key.file'))}.csv`, keyFile(list))}
          >
            {t('pseudonyms.key.save')}
          </Button>
        </div>
        <p className={styles.note}>{t('pseudonyms.key.note')}</p>
        <Tick
          label={t('pseudonyms.folded')}
          isTicked={folded}
          onChange={(isTicked) => usePseudonyms.setState({ folded: isTicked })}
        />
        <TickList
          label={t('pseudonyms.parts')}
          items={namedParts.map((part) => ({
            id: part,
            label: (
              <>
                {t(`pseudonyms.part.${part}`)}
                <span className={styles.count}>
                  {preview?.places.filter((place) => place.part === part).length || null}
                </span>
              </>
            ),
            isTicked: parts.has(part),
          }))}
          onToggle={togglePart}
        />
      </div>
      <div className={styles.preview}>
        <header className={styles.head}>
          <h2>{t('pseudonyms.preview')}</h2>
          <p role="status" className={result.note}>
            {looking
              ? t('pseudonyms.looking', looking)
              : preview
                ? t('pseudonyms.found', { total: preview.total, documents: preview.documents })
                : null}
          </p>
        </header>
        {/* Focusable, so that the preview can be scrolled by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.hits} tabIndex={0} role="region" aria-label={t('pseudonyms.preview')}>
          {error ? <ErrorNote error={error} /> : null}
          {!preview && !error ? (
            <EmptyState title={t('pseudonyms.empty.title')} text={t('pseudonyms.empty.text')} />
          ) : null}
          {groups.map(([document, hits]) => (
            <NameHits key={document} name={hits[0]!.documentName} hits={hits} pseudonyms={pseudonyms} />
          ))}
          {preview && preview.hits.length > drawn ? (
            <Button look="plain" onPress={() => setDrawn(drawn + 3 * drawnAtOnce)}>
              {t('pseudonyms.more', { count: preview.hits.length - drawn })}
            </Button>
          ) : null}
          {preview && preview.total > preview.hits.length ? (
            <p className={result.note}>{t('pseudonyms.notShown', { count: preview.total - preview.hits.length })}</p>
          ) : null}
          {places.length > 0 ? (
            <section aria-label={t('pseudonyms.parts')}>
              <h2 className={styles.elsewhere}>{t('pseudonyms.parts')}</h2>
              <ul>
                {places.slice(0, drawn).map(({ part, text: words }, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same words may stand in several places
                  <li key={place} className={styles.place}>
                    <span>{t(`pseudonyms.part.${part}`)}</span>
                    <span translate="no">{words}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </div>
      <footer className={styles.foot}>
        <span>{preview ? t('pseudonyms.chosen', { taken, total: preview.total, places: places.length }) : null}</span>
        <Button isDisabled={list.length === 0} onPress={() => setDialog('check')}>
          {t('pseudonyms.check')}
        </Button>
        <Button isDisabled={list.length === 0 || error !== null} onPress={() => setDialog('seal')}>
          {t('pseudonyms.seal.begin')}
        </Button>
        <Button
          look="main"
          isDisabled={preview === null || looking !== null || isPending || taken + places.length === 0}
          onPress={replace}
        >
          {t('pseudonyms.replace', { count: taken })}
        </Button>
      </footer>
      {dialog === 'seal' ? <SealDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'check' ? <CheckDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
