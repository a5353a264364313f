import { useState } from 'react';
import { membershipRules, type PassageRule } from '../../../shared/analysis/matrix/membership.ts';
import { BehaviourShape } from '../../charts/behaviour-shape.tsx';
import type { CodedPassage } from '../../../shared/contract/methods/joint.ts';
import { asId, type CaseId, type CodeId, type CoderId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage, showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { useKept } from '../results/kept-state.ts';
import { MarkedSign } from '../results/marked-sign.tsx';
import { type Marker, type MarkerChoice, markerFilter, markerOf, MarkerSetting } from '../results/marker.tsx';
import { PassagePlace } from '../results/passage-place.tsx';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import styles from './joint.module.css';
import { TidyExport } from './tidy-export.tsx';

type Settings = {
  readonly case: string | null;
  readonly coder: CoderId | 'together' | null;
  readonly rule: PassageRule;
  readonly children: 'apart' | 'parents';
  readonly marker: MarkerChoice;
};

/** One respondent: for each behaviour what was said about it, beside what was ticked in the survey. */
export function JointScreen() {
  const { t, language } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const { data: cases } = useQuery('cases.list', {});
  const { data: coders } = useQuery('coders.list', {});
  const [settings, setSettings] = useKept<Settings>('joint.settings', {
    case: null,
    coder: null,
    rule: 'overlap',
    children: 'apart',
    marker: null,
  });
  const { data: codes } = useQuery('codes.list', {});
  const marker = markerOf(settings.marker, codes ?? []);
  const withWords = (cases?.cases ?? []).filter(({ documents, speakers }) => documents.length + speakers.length > 0);
  const chosen = withWords.find(({ id }) => id === settings.case) ?? withWords[0] ?? null;
  const coding = (coders ?? []).filter(({ codings }) => codings > 0);
  const coder = settings.coder ?? project?.coder ?? 'together';
  const change = (next: Partial<Settings>): void => setSettings({ ...settings, ...next });
  const at = withWords.findIndex(({ id }) => id === chosen?.id);

  return (
    <div className={styles.screen}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('joint.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {chosen
            ? joinedSentences(language, [
                t('joint.caption', { respondent: chosen.name }),
                coder === 'together'
                  ? t('results.caption.together')
                  : t('cooccurrence.caption.coder', { coder: coding.find(({ id }) => id === coder)?.name ?? '' }),
                t(`joint.rule.${settings.rule}`),
                marker === null
                  ? ''
                  : t('results.marker.caption', {
                      treatment: marker.treatment,
                      code: names?.get(asId<'code'>(marker.code))?.name ?? '',
                    }),
                project?.synthetic === true ? t('comparison.caption.synthetic') : '',
              ])
            : null}
        </p>
        <div className={result.end}>
          <TidyExport coder={coder} rule={settings.rule} childCodes={settings.children} />
        </div>
      </div>
      {cases && withWords.length === 0 ? (
        <EmptyState
          title={t('joint.empty.title')}
          text={t('joint.empty.text')}
          action={
            <Button look="main" onPress={() => showView('code')}>
              {t('cooccurrence.empty.action')}
            </Button>
          }
        />
      ) : null}
      {chosen ? (
        <>
          <fieldset aria-label={t('results.settings')} className={result.settings}>
            <Choice
              label={t('joint.respondent')}
              value={String(chosen.id)}
              options={withWords.map(({ id, name }) => ({ id: String(id), label: name }))}
              onChange={(next) => change({ case: next })}
            />
            <span className={styles.steps}>
              <Button look="plain" isDisabled={at <= 0} onPress={() => change({ case: withWords[at - 1]!.id })}>
                {t('joint.previous')}
              </Button>
              <Button
                look="plain"
                isDisabled={at >= withWords.length - 1}
                onPress={() => change({ case: withWords[at + 1]!.id })}
              >
                {t('joint.next')}
              </Button>
            </span>
            <Choice
              label={t('results.coder.label')}
              value={String(coder)}
              options={[
                ...coding.map(({ id, name }) => ({ id: String(id), label: name })),
                ...(coding.length > 1 ? [{ id: 'together', label: t('results.coder.together') }] : []),
              ]}
              onChange={(next) => change({ coder: next as Settings['coder'] })}
            />
            <Choice
              label={t('comparison.rule.label')}
              value={settings.rule}
              options={membershipRules.map((id) => ({ id, label: t(`comparison.rule.${id}`) }))}
              onChange={(rule) => change({ rule })}
            />
            <MarkerSetting
              marker={marker}
              codes={[...(names?.values() ?? [])]}
              onChange={(next) => change({ marker: next })}
            />
          </fieldset>
          {names ? (
            <Behaviours case={chosen.id} coder={coder} settings={settings} marker={marker} names={names} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

type BehavioursProps = {
  readonly case: CaseId;
  readonly coder: CoderId | 'together';
  readonly settings: Settings;
  readonly marker: Marker | null;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
};

function Behaviours({ case: of, coder, settings, marker, names }: BehavioursProps) {
  const { t } = useWords();
  const { data } = useQuery(
    'joint.compute',
    { case: of, coder, rule: settings.rule, children: settings.children, ...markerFilter(marker) },
    { keepPrevious: true },
  );
  const { data: cases } = useQuery('cases.list', {});
  const scales = new Map(cases?.attributes.map((attribute) => [attribute.id, attribute]));
  if (!data) return null;
  if (data.behaviours.length === 0)
    return (
      <EmptyState
        title={t('comparison.choose.title')}
        text={t('comparison.choose.text')}
        action={
          <Button look="main" onPress={() => showView('plane')}>
            {t('comparison.choose.action')}
          </Button>
        }
      />
    );
  return (
    <div className={styles.behaviours}>
      {data.behaviours.map(({ code, answers, passages }, place) => {
        const named = names.get(code);
        return (
          <section key={code} className={styles.behaviour} aria-label={named?.name}>
            <h2 className={styles.name}>
              <BehaviourShape place={place} />
              <span lang={named?.lang}>{named?.name}</span>
            </h2>
            <dl className={styles.answers}>
              {answers.map(({ item, attribute, value }) => {
                const scale = scales.get(attribute);
                return (
                  <div key={item}>
                    <dt>{t(`joint.item.${item}`)}</dt>
                    <dd>
                      {value === null ? (
                        <span className={result.note}>{t('joint.unanswered')}</span>
                      ) : (
                        <>
                          <b>{value}</b>
                          {scale?.maximum ? <span className={result.note}> / {scale.maximum}</span> : null}
                        </>
                      )}
                    </dd>
                  </div>
                );
              })}
              {answers.length === 0 ? <p className={result.note}>{t('comparison.survey.none')}</p> : null}
            </dl>
            <Words passages={passages} names={names} about={code} />
          </section>
        );
      })}
    </div>
  );
}

const firstPassages = 12;

function Words({
  passages,
  names,
  about,
}: {
  passages: readonly CodedPassage[];
  names: ReadonlyMap<CodeId, NamedCode>;
  about: CodeId;
}) {
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  if (passages.length === 0) return <p className={result.note}>{t('joint.nothing')}</p>;
  const shown = showsAll ? passages : passages.slice(0, firstPassages);
  return (
    <div>
      <ul className={styles.words}>
        {shown.map((passage) => {
          const others = passage.codes
            .filter((code) => code !== about)
            .flatMap((code) => names.get(asId<'code'>(code)) ?? []);
          return (
            <li key={`${passage.start} ${passage.end} ${passage.codes.join(' ')}`}>
              <button type="button" className={styles.passage} onClick={() => showPassage(passage)}>
                <span className={styles.quote} lang={passage.language} dir="auto">
                  {passage.quote}
                </span>
                <span className={styles.place}>
                  <span>
                    <PassagePlace place={passage} />
                    {passage.marked ? <MarkedSign text={t('results.marker.carried')} /> : null}
                  </span>
                  {others.map((code) => (
                    <CodeChip key={code.id} {...code} />
                  ))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < passages.length ? (
        <Button look="plain" onPress={() => setShowsAll(true)}>
          {t('results.showAll', { count: passages.length })}
        </Button>
      ) : null}
    </div>
  );
}
