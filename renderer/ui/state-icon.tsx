/** Tick, triangle, crossed circle: each state has a shape of its own, for whoever does not see the colour. */
export function StateIcon({ state, label }: { state: 'ok' | 'warn' | 'bad'; label?: string }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke={`var(--${state})`}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      // In a line of text it stands on the line.
      style={{ verticalAlign: '-2px' }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {state === 'ok' ? <path d="M2.5 7.5 6 11l5.5-8" /> : null}
      {state === 'warn' ? <path d="M7 1.8 13 12.2H1ZM7 5.5v3M7 10.4v.1" /> : null}
      {state === 'bad' ? (
        <>
          <circle cx="7" cy="7" r="5.6" />
          <path d="m4.8 4.8 4.4 4.4m0-4.4-4.4 4.4" />
        </>
      ) : null}
    </svg>
  );
}
