const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** A name cut where its room ends, the room counted in Latin letters; a Chinese or Japanese character takes two. */
export function shortName(name: string, room: number): string {
  let taken = 0;
  let kept = '';
  for (const character of name) {
    taken += wide.test(character) ? 2 : 1;
    if (taken > room) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}
