const line = {
  width: 14,
  height: 14,
  viewBox: '0 0 14 14',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  'aria-hidden': true,
} as const;

export function CloseIcon() {
  return (
    <svg {...line}>
      <path d="m3.5 3.5 7 7m0-7-7 7" />
    </svg>
  );
}

export function MoreIcon() {
  return (
    <svg {...line} strokeWidth={2}>
      <path d="M3 7h.01M7 7h.01M11 7h.01" />
    </svg>
  );
}

export function AddIcon() {
  return (
    <svg {...line}>
      <path d="M7 2.5v9M2.5 7h9" />
    </svg>
  );
}

/** A circle crossed out: what is not to be seen. */
export function BlindIcon() {
  return (
    <svg {...line}>
      <circle cx="7" cy="7" r="5.2" />
      <path d="m3.4 10.6 7.2-7.2" />
    </svg>
  );
}
