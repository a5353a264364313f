import type { Segment } from '../../../shared/import/segments/segment.ts';
import { type XmlWalker, xmlEvents } from './xml-events.ts';

type Slot = { readonly place: number; readonly time: number | null };
type Tier = { readonly speaker: string; readonly isOwn: boolean };

/**
 * The speech of an ELAN annotation file: every annotation of a tier that hangs on no other is a segment, said by the tier's
 * `PARTICIPANT`, else by the tier; in the order of the time slots, which the format keeps by time. Tiers below others (translations,
 * glosses) are left out. Throws FormatError (`doctype`) and DamageError.
 */
export function elanSegments(bytes: Uint8Array): Segment[] {
  const walker = new AnnotationWalker();
  const events = xmlEvents(walker);
  events.receive(bytes);
  events.finish();
  return walker.result();
}

class AnnotationWalker implements XmlWalker {
  private readonly slots = new Map<string, Slot>();
  private readonly said: { readonly slot: string; readonly speaker: string; readonly text: string }[] = [];
  private tier: Tier | null = null;
  private slot: string | null = null;
  private words: string | null = null;

  open(_space: string, name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'TIME_SLOT') {
      const value = attribute('TIME_VALUE');
      const time = value !== undefined && /^\d+$/.test(value) ? Number(value) / 1000 : null;
      this.slots.set(attribute('TIME_SLOT_ID') ?? '', { place: this.slots.size, time });
    }
    if (name === 'TIER') {
      const speaker = attribute('PARTICIPANT')?.trim() || (attribute('TIER_ID') ?? '');
      this.tier = { speaker, isOwn: attribute('PARENT_REF') === undefined };
    }
    if (name === 'ALIGNABLE_ANNOTATION') this.slot = attribute('TIME_SLOT_REF1') ?? null;
    if (name === 'ANNOTATION_VALUE' && this.tier?.isOwn === true && this.slot !== null) this.words = '';
  }

  close(_space: string, name: string): void {
    if (name === 'ANNOTATION_VALUE' && this.words !== null) {
      this.said.push({ slot: this.slot!, speaker: this.tier!.speaker, text: this.words.replace(/\s+/gu, ' ').trim() });
      this.words = null;
    }
    if (name === 'ALIGNABLE_ANNOTATION') this.slot = null;
    if (name === 'TIER') this.tier = null;
  }

  text(text: string): void {
    if (this.words !== null) this.words += text;
  }

  result(): Segment[] {
    const placeOf = ({ slot }: { readonly slot: string }): number => this.slots.get(slot)?.place ?? this.slots.size;
    return this.said
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ slot, speaker, text }) => ({ speaker, start: this.slots.get(slot)?.time ?? null, text }));
  }
}
