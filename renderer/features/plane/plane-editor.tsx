import { useEffect, useState } from 'react';
import { BehaviourShape } from '../../charts/behaviour-shape.tsx';
import type { Output } from '../../../shared/contract/methods.ts';
import { planeAxes, type PlaneBehaviour, type PlaneSheet } from '../../../shared/contract/methods/plane.ts';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { coefficientText } from '../results/figures.ts';
import result from '../results/result.module.css';
import type { PlaneFigures } from './plane-points.ts';
import styles from './plane.module.css';

type PlaneEditorProps = {
  readonly sheet: PlaneSheet;
  readonly hints: Readonly<Record<string, string>>;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly attributes: Output<'cases.list'>['attributes'];
  readonly placed: readonly { readonly behaviour: number; readonly figures: PlaneFigures }[];
  readonly onSave: (sheet: PlaneSheet) => void;
  readonly onAddPlacing: () => void;
};

const none = 'none';

/** A field that is saved when the reader leaves it or presses Enter: one step to undo, not one a letter. */
function SavedField({
  label,
  value,
  lines,
  hint,
  onSave,
}: {
  label: string;
  value: string;
  lines?: number;
  hint?: string;
  onSave: (value: string) => void;
}) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const leave = (): void => {
    if (draft !== value) onSave(draft);
  };
  return (
    <div onBlur={leave}>
      <Field
        label={label}
        value={draft}
        onChange={setDraft}
        onEnter={leave}
        {...(lines ? { lines } : {})}
        {...(hint ? { hint } : {})}
      />
    </div>
  );
}

/** Where each behaviour stands and why, its items, and the axes in the researcher's words. Every change is a step of the history. */
export function PlaneEditor({ sheet, hints, names, attributes, placed, onSave, onAddPlacing }: PlaneEditorProps) {
  const { t } = useWords();
  const { source, behaviours } = sheet;
  const change = (place: number, next: Partial<PlaneBehaviour>): void =>
    onSave({ ...sheet, behaviours: behaviours.map((one, at) => (at === place ? { ...one, ...next } : one)) });
  const free = [...names.values()].filter(({ id }) => !behaviours.some(({ code }) => code === id));
  const scales = attributes.filter(({ type }) => type === 'integer' || type === 'decimal');
  const lacksPlacing = behaviours.some(({ placing }) => placing.individuality === null || placing.morality === null);

  return (
    <section className={styles.editor} aria-label={t('plane.editor')}>
      <h2 className={styles.heading}>{t('plane.behaviours')}</h2>
      {behaviours.map((behaviour, place) => {
        const found = placed.find((one) => one.behaviour === place)?.figures ?? null;
        const named = names.get(behaviour.code);
        const hint = hints[behaviour.code];
        return (
          <div key={behaviour.code} className={styles.behaviour}>
            <h3 className={styles.name}>
              <BehaviourShape place={place} />
              <span lang={named?.lang}>{named?.name}</span>
              <Button
                look="plain"
                onPress={() => onSave({ ...sheet, behaviours: behaviours.filter((_, at) => at !== place) })}
              >
                {t('plane.remove')}
                <span className="unseen">{named?.name}</span>
              </Button>
            </h3>
            {source === 'researcher' ? (
              <Position
                behaviour={behaviour}
                name={named?.name ?? ''}
                onChange={(position) => change(place, { position })}
              />
            ) : found ? (
              <p className={styles.figures}>
                {planeAxes.map((axis, at) => (
                  <span key={axis}>
                    {t(`plane.${axis}`)} <b>{coefficientText((at === 0 ? found.x : found.y).value)}</b>{' '}
                    {found.n
                      ? t('comparison.survey.spread', {
                          sd: found.sd[at] === null ? '–' : coefficientText(found.sd[at]!),
                          n: found.n[at]!,
                        })
                      : null}
                  </span>
                ))}
              </p>
            ) : (
              <p className={result.note}>{t('plane.unset')}</p>
            )}
            {source === 'survey' || source === 'placing' ? (
              <div className={result.settings}>
                {planeAxes.map((axis) => (
                  <Choice
                    key={axis}
                    label={t(`plane.${axis}`)}
                    value={behaviour[source][axis] ?? none}
                    options={[
                      { id: none, label: t('plane.item.none') },
                      ...scales.map(({ id, name }) => ({ id: String(id), label: name })),
                    ]}
                    onChange={(id) =>
                      change(place, {
                        [source]: { ...behaviour[source], [axis]: id === none ? null : asId<'attribute'>(id) },
                      })
                    }
                  />
                ))}
                {source === 'survey' ? (
                  <Choice
                    label={t('plane.acceptance')}
                    value={behaviour.survey.acceptance ?? none}
                    options={[
                      { id: none, label: t('plane.item.none') },
                      ...scales.map(({ id, name }) => ({ id: String(id), label: name })),
                    ]}
                    onChange={(id) =>
                      change(place, {
                        survey: { ...behaviour.survey, acceptance: id === none ? null : asId<'attribute'>(id) },
                      })
                    }
                  />
                ) : null}
              </div>
            ) : null}
            {hint && (source === 'none' || source === 'researcher') ? (
              <p className={result.note}>{t('plane.hint', { text: hint })}</p>
            ) : null}
          </div>
        );
      })}
      {source === 'placing' && lacksPlacing && behaviours.length > 0 ? (
        <div className={styles.behaviour}>
          <p className={result.note}>{t('plane.placing.note')}</p>
          <Button onPress={onAddPlacing}>{t('plane.placing.add')}</Button>
        </div>
      ) : null}
      {behaviours.length < 20 && free.length > 0 ? (
        <Choice
          label={t('plane.add.label')}
          value={none}
          options={[
            { id: none, label: t('plane.add.choose') },
            ...free.map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          onChange={(id) => {
            if (id !== none)
              onSave({
                ...sheet,
                behaviours: [
                  ...behaviours,
                  {
                    code: asId<'code'>(id),
                    position: null,
                    survey: { individuality: null, morality: null, acceptance: null, privacy: null },
                    placing: { individuality: null, morality: null },
                  },
                ],
              });
          }}
        />
      ) : null}
      <h2 className={styles.heading}>{t('plane.axes')}</h2>
      <p className={result.note}>{t('plane.axes.note')}</p>
      {planeAxes.map((axis) => (
        <fieldset key={axis} className={styles.axis} aria-label={t(`plane.${axis}`)}>
          <legend>{t(`plane.${axis}`)}</legend>
          <div className={styles.ends}>
            <SavedField
              label={t('plane.end.low')}
              value={sheet[axis].low}
              onSave={(low) => onSave({ ...sheet, [axis]: { ...sheet[axis], low } })}
            />
            <SavedField
              label={t('plane.end.high')}
              value={sheet[axis].high}
              onSave={(high) => onSave({ ...sheet, [axis]: { ...sheet[axis], high } })}
            />
          </div>
          <SavedField
            label={t('plane.definition.label')}
            value={sheet[axis].definition}
            lines={2}
            onSave={(definition) => onSave({ ...sheet, [axis]: { ...sheet[axis], definition } })}
          />
        </fieldset>
      ))}
    </section>
  );
}

type PositionValue = PlaneBehaviour['position'];

/** Two numbers from 1 to 5; both or none. */
function Position({
  behaviour,
  name,
  onChange,
}: {
  behaviour: PlaneBehaviour;
  name: string;
  onChange: (position: PositionValue) => void;
}) {
  const { t } = useWords();
  const { position } = behaviour;
  const [draft, setDraft] = useState<Record<(typeof planeAxes)[number], string>>({ individuality: '', morality: '' });
  useEffect(() => {
    setDraft({
      individuality: position ? String(position.individuality) : '',
      morality: position ? String(position.morality) : '',
    });
  }, [position]);
  const leave = (): void => {
    const [individuality, morality] = planeAxes.map((axis) => Number(draft[axis].replace(',', '.'))) as [
      number,
      number,
    ];
    const isSet =
      planeAxes.every((axis) => draft[axis].trim() !== '') &&
      [individuality, morality].every((value) => value >= 1 && value <= 5);
    const isCleared = planeAxes.every((axis) => draft[axis].trim() === '');
    if (isSet && (position?.individuality !== individuality || position.morality !== morality))
      onChange({ individuality, morality });
    else if (isCleared && position !== null) onChange(null);
  };
  const isWrong = planeAxes.some(
    (axis) =>
      draft[axis].trim() !== '' &&
      !(Number(draft[axis].replace(',', '.')) >= 1 && Number(draft[axis].replace(',', '.')) <= 5),
  );
  return (
    <div className={styles.ends} onBlur={leave}>
      {planeAxes.map((axis) => (
        <Field
          key={axis}
          label={`${t(`plane.${axis}`)} (1–5)`}
          value={draft[axis]}
          onChange={(value) => setDraft({ ...draft, [axis]: value })}
          onEnter={leave}
          {...(isWrong ? { hint: t('plane.range') } : {})}
        />
      ))}
      <span className="unseen">{name}</span>
    </div>
  );
}
