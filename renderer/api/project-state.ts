import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { onCoreEvent } from './connection.ts';

/** State that belongs to the project that is open: with another project, or none, it is again as at first. */
export function createProjectState<State extends object>(initial: State): UseBoundStore<StoreApi<State>> {
  const store = create<State>(() => initial);
  onCoreEvent(({ name }) => {
    if (name === 'projectSwitched') store.setState(initial, true);
  });
  return store;
}
