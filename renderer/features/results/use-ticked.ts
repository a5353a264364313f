import { useState } from 'react';

/** Some of a list's items, by id, and turning one on or off. */
export function useTicked(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void =>
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return [ticked, toggle];
}
