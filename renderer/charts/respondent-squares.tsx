import styles from './respondent-squares.module.css';

const size = 11;
const pitch = 14.5;
/** More respondents than these are a bar. */
const mostSquares = 24;

/** How wide the squares of so many respondents are. */
export function squaresWidth(respondents: number): number {
  return respondents > mostSquares ? 120 : respondents * pitch;
}

type RespondentSquaresProps = {
  readonly respondents: number;
  /** Places of those who have it. */
  readonly filled: ReadonlySet<number>;
  /** Places of those who do not count here: drawn as a dot. */
  readonly absent: ReadonlySet<number>;
  readonly x?: number;
  readonly y?: number;
};

/** One square for each respondent, in the same order everywhere, filled where there is a passage; a bar for many. */
export function RespondentSquares({ respondents, filled, absent, x = 0, y = 0 }: RespondentSquaresProps) {
  if (respondents > mostSquares) {
    const counted = Math.max(1, respondents - absent.size);
    return (
      <g transform={`translate(${x} ${y})`}>
        <rect x={0.5} y={0.5} width={119} height={size} className={styles.empty} />
        <rect x={0} y={0} width={(120 * filled.size) / counted} height={size + 1} className={styles.filled} />
      </g>
    );
  }
  return (
    <g transform={`translate(${x} ${y})`}>
      {Array.from({ length: respondents }, (_, place) =>
        absent.has(place) && !filled.has(place) ? (
          <circle key={place} cx={place * pitch + 6} cy={6} r={1.25} className={styles.absent} />
        ) : (
          <rect
            key={place}
            x={place * pitch + 0.5}
            y={0.5}
            width={size}
            height={size}
            rx={2}
            className={filled.has(place) ? styles.filled : styles.empty}
          />
        ),
      )}
    </g>
  );
}
