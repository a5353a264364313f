import { createProjectState } from '../../api/project-state.ts';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { onCoreEvent } from '../../api/connection.ts';

const useKeptValues = createProjectState<{ readonly values: Readonly<Record<string, unknown>> }>({ values: {} });
const keptScroll = new Map<string, number>();

onCoreEvent((event) => {
  if (event.name === 'projectSwitched') keptScroll.clear();
});

/**
 * State of a screen that is still there when the reader comes back from a transcript: settings, the order of a table, what
 * was chosen. It ends with the project. `name` is unique to the state.
 */
export function useKept<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const value = useKeptValues(({ values }) => (Object.hasOwn(values, name) ? (values[name] as Value) : initial));
  const keep = useCallback((next: Value) => setKept(name, next), [name]);
  return [value, keep];
}

/** The same from outside a component: what a screen is to show when it is opened. */
export function setKept(name: string, value: unknown): void {
  useKeptValues.setState(({ values }) => ({ values: { ...values, [name]: value } }));
}

/** Gives a scrolling element back its place when the screen is shown again. */
export function useKeptScroll<Element extends HTMLElement>(name: string): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useLayoutEffect(() => {
    if (ref.current) ref.current.scrollTop = keptScroll.get(name) ?? 0;
  }, [name]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listening = new AbortController();
    element.addEventListener('scroll', () => keptScroll.set(name, element.scrollTop), {
      signal: listening.signal,
      passive: true,
    });
    return () => listening.abort();
  }, [name]);
  return ref;
}
