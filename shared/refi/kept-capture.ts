import type { Kept, KeptElement, KeptPlace } from './kept-element.ts';

type Owner = { readonly kind: 'source' | 'case' | 'variable'; readonly guid: string } | null;

/** Elements kept as a whole wherever they stand. */
const wholes: Readonly<Record<string, KeptPlace>> = {
  Set: 'set',
  Link: 'link',
  Graph: 'graph',
  PictureSource: 'source',
  PDFSource: 'source',
  AudioSource: 'source',
  VideoSource: 'source',
};

function placeIn(owner: Owner, name: string): KeptPlace | null {
  if (Object.hasOwn(wholes, name)) return wholes[name]!;
  if (owner?.kind === 'source' && name === 'Coding') return 'coding';
  if (owner?.kind === 'case' && (name === 'CodeRef' || name === 'SelectionRef')) return 'case';
  return owner?.kind === 'variable' && name === 'Description' ? 'variable' : null;
}

/** Collects, while a file is read, the elements that are to be written again as they came. */
export class KeptCapture {
  private readonly kept: Kept[];
  /** The elements open inside a captured one, outermost first; empty outside. */
  private readonly stack: KeptElement[] = [];

  constructor(kept: Kept[]) {
    this.kept = kept;
  }

  open(name: string, attributes: () => [string, string][], owner: Owner): void {
    const above = this.stack.at(-1);
    const place = above === undefined ? placeIn(owner, name) : null;
    if (above === undefined && place === null) return;
    const element: KeptElement = { name, attributes: attributes(), children: [], text: '' };
    if (above !== undefined) above.children.push(element);
    else this.kept.push({ place: place!, owner: owner?.guid ?? null, element });
    this.stack.push(element);
  }

  close(): void {
    const element = this.stack.pop();
    if (element !== undefined && element.children.length > 0) element.text = '';
  }

  text(text: string): void {
    const element = this.stack.at(-1);
    if (element !== undefined) element.text += text;
  }
}
