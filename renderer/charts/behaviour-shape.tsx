/** Paths of the shapes that tell behaviours apart, in a square of 12 around 0, in the order of the behaviours. */
const shapes = [
  'M0 -5.5L6 5H-6z',
  'M-5 -5H5V5H-5z',
  'M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0z',
  'M0 -6.5L6.5 0L0 6.5L-6.5 0z',
  'M-6 -5H6L0 5.5z',
  'M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2z',
] as const;

/** The shape of the behaviour at a place; beyond six they come again. */
export function shapePath(place: number): string {
  return shapes[place % shapes.length]!;
}

/** A long name beside it takes no room from the shape: it is what tells the behaviours apart. */
const whole = { flex: 'none' } as const;

/** The shape as a mark in running text. */
export function BehaviourShape({ place }: { place: number }) {
  return (
    <svg aria-hidden width={14} height={14} viewBox="-7 -7 14 14" style={whole}>
      <path d={shapePath(place)} fill="currentColor" />
    </svg>
  );
}
