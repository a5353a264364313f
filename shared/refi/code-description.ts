/** How this program names itself in files it writes. */
export const ownOrigin = 'Verbatim';

const use = '\n\nWhen to use:\n';
const leave = '\n\nWhen not to use:\n';

type CodeParts = { readonly definition: string; readonly whenToUse: string; readonly whenNotToUse: string };

/** A code's definition and rules as one description: the standard has no other place, and other programs show it whole. */
export function codeDescription({ definition, whenToUse, whenNotToUse }: CodeParts): string {
  if (whenToUse === '' && whenNotToUse === '') return definition;
  return definition + use + whenToUse + leave + whenNotToUse;
}

/** The parts again, where this program wrote them; else the whole is the definition. */
export function codeParts(description: string, origin: string): CodeParts {
  const text = description.replaceAll(/\r\n?/g, '\n').toWellFormed();
  const whole = { definition: text, whenToUse: '', whenNotToUse: '' };
  if (!origin.startsWith(ownOrigin)) return whole;
  const used = text.indexOf(use);
  const left = text.indexOf(leave, Math.max(0, used));
  if (used === -1 || left === -1) return whole;
  return {
    definition: text.slice(0, used),
    whenToUse: text.slice(used + use.length, left),
    whenNotToUse: text.slice(left + leave.length),
  };
}
