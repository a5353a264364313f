/** How one cell of a heat map is painted: how much of `--heat` is mixed into `--page`, in per cent, and whether its text is in page colour. */
export type HeatStep = { readonly mix: number; readonly onDark: boolean };

/** Above this share of the maximum a cell is dark with light text. */
const turningPoint = 0.7;

/**
 * The step for a count of 1 … `maximum`; null for zero, which is painted as an empty cell.
 * Light steps run from 8 to 46 %, dark ones from 71 to 94 %: between them neither ink nor page colour reaches 5 to 1.
 */
export function heatStep(count: number, maximum: number): HeatStep | null {
  if (count <= 0 || maximum <= 0) return null;
  const share = Math.min(1, count / maximum);
  if (share <= turningPoint) return { mix: Math.round(8 + (38 * share) / turningPoint), onDark: false };
  return { mix: Math.round(71 + (23 * (share - turningPoint)) / (1 - turningPoint)), onDark: true };
}

/** The counts a legend names: all of them up to `places`, else about `places` even steps that end at the maximum. */
export function legendCounts(maximum: number, places = 7): number[] {
  if (maximum <= 0) return [];
  if (maximum <= places) return Array.from({ length: maximum }, (_, place) => place + 1);
  const counts = Array.from({ length: places }, (_, place) => Math.round(1 + ((maximum - 1) * place) / (places - 1)));
  return [...new Set(counts)];
}
