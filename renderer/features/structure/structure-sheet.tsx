import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import type { StructureArrow, StructureVariable } from '../../../shared/contract/methods/structure.ts';
import { shortened } from '../../../shared/text/shortened.ts';
import { useWords } from '../../i18n/text.ts';
import { arrowEnds, boxHeight, boxWidth, type Point } from './structure-geometry.ts';
import styles from './structure-screen.module.css';

type SheetProps = {
  readonly variables: readonly StructureVariable[];
  readonly arrows: readonly StructureArrow[];
  /** What stands under a name: its code. */
  readonly subtitle: (variable: StructureVariable) => string;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onMove: (variable: StructureVariable, place: Point) => void;
  readonly onDraw: (source: StructureVariable, target: StructureVariable) => void;
  readonly drawing: RefObject<SVGSVGElement | null>;
};

const step = 20;
const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

type Drag = { readonly id: string; readonly place: Point; readonly grip: Point; readonly isMoved: boolean };

/**
 * The sheet: boxes that are dragged or moved by arrow keys, arrows between them. A box dropped with Shift held draws an arrow
 * to the box under it; by keyboard an arrow is drawn in the panel beside.
 */
export function StructureSheet(props: SheetProps) {
  const { variables, arrows, subtitle, chosen, onChoose, onMove, onDraw, drawing } = props;
  const { t } = useWords();
  const [drag, setDrag] = useState<Drag | null>(null);
  const placeOf = (variable: StructureVariable): Point =>
    drag?.id === variable.id && drag.isMoved ? drag.place : variable;
  const byId = new Map(variables.map((variable) => [variable.id as string, variable]));
  const width = Math.max(720, ...variables.map((variable) => placeOf(variable).x + boxWidth));
  const height = Math.max(420, ...variables.map((variable) => placeOf(variable).y + boxHeight));

  const pointerPlace = (event: PointerEvent): Point => {
    const box = drawing.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const begin = (event: PointerEvent, variable: StructureVariable): void => {
    if (event.button !== 0) return;
    const at = pointerPlace(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    onChoose(variable.id);
    setDrag({ id: variable.id, place: variable, grip: { x: at.x - variable.x, y: at.y - variable.y }, isMoved: false });
  };
  const follow = (event: PointerEvent): void => {
    if (!drag) return;
    const at = pointerPlace(event);
    const place = { x: Math.max(boxWidth / 2, at.x - drag.grip.x), y: Math.max(boxHeight / 2, at.y - drag.grip.y) };
    setDrag({
      ...drag,
      place,
      isMoved: drag.isMoved || Math.hypot(place.x - drag.place.x, place.y - drag.place.y) > 3,
    });
  };
  const end = (event: PointerEvent): void => {
    if (!drag) return;
    const variable = byId.get(drag.id);
    const under = variables.find(
      (other) =>
        other.id !== drag.id &&
        Math.abs(other.x - drag.place.x) < boxWidth / 2 &&
        Math.abs(other.y - drag.place.y) < boxHeight / 2,
    );
    setDrag(null);
    if (!variable || !drag.isMoved) return;
    if (under && event.shiftKey) onDraw(variable, under);
    else onMove(variable, { x: Math.round(drag.place.x), y: Math.round(drag.place.y) });
  };
  const onKeyDown = (event: KeyboardEvent, variable: StructureVariable): void => {
    const by = steps[event.key];
    if (by) {
      event.preventDefault();
      onMove(variable, { x: Math.max(boxWidth / 2, variable.x + by.x), y: Math.max(boxHeight / 2, variable.y + by.y) });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(variable.id);
    }
  };

  return (
    <svg
      ref={drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.drawing}
      role="group"
      aria-label={t('structure.sheet')}
    >
      <defs>
        <marker
          id="arrowhead"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
        >
          <path d="M 0 0 L 10 5 L 0 10 z" className={styles.head} />
        </marker>
      </defs>
      {arrows.map((arrow) => {
        const [source, target] = [byId.get(arrow.source), byId.get(arrow.target)];
        if (!source || !target) return null;
        const { from, to } = arrowEnds(placeOf(source), placeOf(target));
        return (
          <g
            key={arrow.id}
            role="button"
            tabIndex={0}
            aria-pressed={chosen === arrow.id}
            aria-label={t('structure.arrow', { from: source.name, to: target.name })}
            className={styles.arrow}
            data-selected={chosen === arrow.id}
            onClick={() => onChoose(arrow.id)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(arrow.id);
            }}
          >
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={styles.reach} />
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={styles.line} markerEnd="url(#arrowhead)" />
          </g>
        );
      })}
      {variables.map((variable) => {
        const { x, y } = placeOf(variable);
        return (
          <g
            key={variable.id}
            role="button"
            tabIndex={0}
            aria-pressed={chosen === variable.id}
            aria-label={t('structure.variable', { name: variable.name })}
            className={styles.box}
            data-selected={chosen === variable.id}
            transform={`translate(${x - boxWidth / 2} ${y - boxHeight / 2})`}
            onPointerDown={(event) => begin(event, variable)}
            onPointerMove={follow}
            onPointerUp={end}
            onKeyDown={(event) => onKeyDown(event, variable)}
          >
            <rect width={boxWidth} height={boxHeight} rx={3} />
            <text x={boxWidth / 2} y={22} className={styles.name}>
              {shortened(variable.name, 20)}
            </text>
            <text x={boxWidth / 2} y={40} className={styles.under}>
              {subtitle(variable)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
