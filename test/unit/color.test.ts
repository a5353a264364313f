import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookOfChildCode, lookOfTopLevelCode } from '../../shared/color/deal.ts';
import { drawnColor } from '../../shared/color/drawn.ts';
import { lookAlikes } from '../../shared/color/look-alike.ts';
import { colorDistance, contrast, hexFromOklch, linearFromHex, oklchFromHex } from '../../shared/color/oklch.ts';
import { dealingOrder, palette, slotOfColor, type ThemeName } from '../../shared/color/palette.ts';
import { seenBy, type Vision, visions } from '../../shared/color/vision.ts';
import { codeMarks } from '../../shared/domain/codebook.ts';

const surfaces = { light: { page: '#fdfdfc', ink: '#1c1d1f' }, dark: { page: '#1a1b1c', ink: '#e8e7e3' } };

function pairs(theme: ThemeName, vision: Vision): { distance: number; sameMark: boolean }[] {
  const seen = palette.map((slot) => ({ mark: slot.mark, color: seenBy(vision, linearFromHex(slot[theme].stripe)) }));
  return seen.flatMap((one, place) =>
    seen.slice(place + 1).map((two) => ({
      distance: colorDistance(one.color, two.color),
      sameMark: one.mark === two.mark,
    })),
  );
}

const closest = (distances: number[]): number => Math.round(Math.min(...distances) * 10) / 10;

describe('the palette', () => {
  // The table of the visual direction: closest pair, pairs under 7, closest pair with the same mark.
  const table = [
    ['normal', 'light', 6.7, 1, 9.5],
    ['normal', 'dark', 7.5, 0, 9.4],
    ['protan', 'light', 1.3, 25, 7.7],
    ['protan', 'dark', 1.0, 23, 8.1],
    ['deutan', 'light', 0.4, 23, 8.1],
    ['deutan', 'dark', 0.3, 26, 8.8],
    ['tritan', 'light', 1.2, 20, 7.8],
    ['tritan', 'dark', 1.4, 24, 7.2],
  ] as const;

  it.each(table)('to %s vision in the %s theme is told apart as tabled', (vision, theme, all, under, sameMark) => {
    const found = pairs(theme, vision);
    expect(found).toHaveLength(276);
    expect(closest(found.map((pair) => pair.distance))).toBeCloseTo(all, 1);
    expect(found.filter((pair) => pair.distance < 7)).toHaveLength(under);
    expect(closest(found.filter((pair) => pair.sameMark).map((pair) => pair.distance))).toBeCloseTo(sameMark, 1);
  });

  it('never gives one mark to two slots that look alike to any eye in any theme', () => {
    for (const theme of ['light', 'dark'] as const)
      for (const vision of visions)
        for (const pair of pairs(theme, vision)) if (pair.sameMark) expect(pair.distance).toBeGreaterThanOrEqual(7);
  });

  it('stands out from the page, and text stands out from every tint', () => {
    for (const slot of palette)
      for (const theme of ['light', 'dark'] as const) {
        expect(contrast(slot[theme].stripe, surfaces[theme].page)).toBeGreaterThanOrEqual(3.4);
        expect(contrast(slot[theme].tint, surfaces[theme].ink)).toBeGreaterThanOrEqual(10);
      }
  });

  it('deals every slot once before it deals one again', () => {
    const dealt = dealingOrder.reduce<ReturnType<typeof lookOfTopLevelCode>[]>(
      (taken) => [...taken, lookOfTopLevelCode(taken)],
      [],
    );
    expect(new Set(dealt.map((look) => look.color)).size).toBe(24);
    expect(slotOfColor(dealt[0]!.color)?.slot).toBe('16');
    expect(lookOfTopLevelCode(dealt)).toEqual(dealt[0]);
  });
});

describe('a child code', () => {
  const parent = { color: '#008ec9', mark: 'dot' } as const;

  it('has the hue of its parent and a lightness of its own', () => {
    const child = oklchFromHex(lookOfChildCode(parent, []).color);
    expect(Math.abs(child.hue - oklchFromHex(parent.color).hue)).toBeLessThan(4);
    expect(Math.abs(child.lightness - oklchFromHex(parent.color).lightness)).toBeGreaterThan(0.05);
  });

  it('differs from its first nine siblings in colour or mark', () => {
    const siblings: ReturnType<typeof lookOfChildCode>[] = [];
    while (siblings.length < 10) siblings.push(lookOfChildCode(parent, siblings));
    expect(new Set(siblings.map(({ color, mark }) => `${color} ${mark}`)).size).toBe(10);
    expect(siblings.slice(0, 5).map(({ mark }) => mark)).toEqual(codeMarks);
  });
});

describe('OKLCH', () => {
  it('brings a colour back as it was', () => {
    for (const { light } of palette) expect(hexFromOklch(oklchFromHex(light.stripe))).toBe(light.stripe);
  });
});

describe('a code that looks like another', () => {
  const look = { color: '#2f8fc0', mark: 'dot' } as const;

  it('is found by mark and nearness, for normal eyes first', () => {
    const twin = { ...look, name: 'twin' };
    const near = { color: '#3393c4', mark: 'dot', name: 'near' } as const;
    const otherMark = { ...look, mark: 'wave', name: 'other mark' } as const;
    const far = { color: '#f0c800', mark: 'dot', name: 'far' } as const;
    expect(lookAlikes(look, [otherMark, far, near, twin]).map(({ code }) => code.name)).toEqual(['near', 'twin']);
    expect(lookAlikes(look, [twin])[0]?.visions).toEqual(visions);
  });

  it('may be so to some eyes only', () => {
    const pairs = palette.flatMap((a) =>
      palette.map((b) =>
        lookAlikes({ color: a.light.stripe, mark: 'solid' }, [{ color: b.light.stripe, mark: 'solid' }]),
      ),
    );
    const toSome = pairs.flat().filter((found) => !found.visions.includes('normal'));
    expect(toSome.length).toBeGreaterThan(40);
    expect(toSome.every((found) => found.visions.length > 0)).toBe(true);
  });

  it('is never one of the palette dealt with its own mark', () => {
    for (const slot of palette) {
      const others = palette.filter((other) => other !== slot);
      const asLook = ({ light, mark }: (typeof palette)[number]) => ({ color: light.stripe, mark });
      expect(lookAlikes(asLook(slot), others.map(asLook)), slot.slot).toEqual([]);
    }
  });
});

describe('any colour an import brings', () => {
  const rows = { light: '#e7eef8', dark: '#243347' };
  const anyColor = fc
    .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
    .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);

  it('is drawn as a stripe that stands out and a tint that carries text, in both themes', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        for (const theme of ['light', 'dark'] as const) {
          const { stripe, tint } = drawnColor(color, theme);
          expect(contrast(stripe, surfaces[theme].page)).toBeGreaterThanOrEqual(3);
          expect(contrast(stripe, rows[theme])).toBeGreaterThanOrEqual(2.8);
          expect(contrast(tint, surfaces[theme].ink)).toBeGreaterThanOrEqual(9);
        }
      }),
      { numRuns: 500 },
    );
  });
});
