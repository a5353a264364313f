import type { CodeMark } from '../domain/codebook.ts';

export type ThemeName = 'light' | 'dark';

/** One of the 24 places of the palette: what a code of this colour looks like in each theme. The stored colour is the light stripe. */
export type PaletteSlot = {
  readonly slot: string;
  /** Degrees in OKLCH. */
  readonly hue: number;
  readonly mark: CodeMark;
  readonly light: { readonly stripe: string; readonly tint: string };
  readonly dark: { readonly stripe: string; readonly tint: string };
};

/** 24 hues 15° apart on three steps of lightness; two slots that look alike to some eye never share a mark (see the test). */
export const palette: readonly PaletteSlot[] = [
  {
    slot: '01',
    hue: 12,
    mark: 'solid',
    light: { stripe: '#cd576c', tint: '#ffe3e6' },
    dark: { stripe: '#ffa9b3', tint: '#47262b' },
  },
  {
    slot: '02',
    hue: 27,
    mark: 'dash',
    light: { stripe: '#901e1c', tint: '#ffdbd6' },
    dark: { stripe: '#cf6a60', tint: '#482724' },
  },
  {
    slot: '03',
    hue: 42,
    mark: 'double',
    light: { stripe: '#ae4410', tint: '#ffe5db' },
    dark: { stripe: '#ed8c65', tint: '#47291d' },
  },
  {
    slot: '04',
    hue: 57,
    mark: 'double',
    light: { stripe: '#c46800', tint: '#ffe6d4' },
    dark: { stripe: '#ffb176', tint: '#452b17' },
  },
  {
    slot: '05',
    hue: 72,
    mark: 'dot',
    light: { stripe: '#6e4600', tint: '#f8e0c5' },
    dark: { stripe: '#bc7d19', tint: '#412d12' },
  },
  {
    slot: '06',
    hue: 87,
    mark: 'dot',
    light: { stripe: '#856500', tint: '#f8eaca' },
    dark: { stripe: '#cca338', tint: '#3c3010' },
  },
  {
    slot: '07',
    hue: 102,
    mark: 'solid',
    light: { stripe: '#948600', tint: '#f1edcb' },
    dark: { stripe: '#d6c85b', tint: '#373212' },
  },
  {
    slot: '08',
    hue: 117,
    mark: 'wave',
    light: { stripe: '#4c5600', tint: '#e2e9c8' },
    dark: { stripe: '#87962a', tint: '#303516' },
  },
  {
    slot: '09',
    hue: 132,
    mark: 'wave',
    light: { stripe: '#497a00', tint: '#e0f2d3' },
    dark: { stripe: '#8aba61', tint: '#28371b' },
  },
  {
    slot: '10',
    hue: 147,
    mark: 'dash',
    light: { stripe: '#379b4a', tint: '#d8f4da' },
    dark: { stripe: '#89dc93', tint: '#1f3822' },
  },
  {
    slot: '11',
    hue: 162,
    mark: 'solid',
    light: { stripe: '#005f3f', tint: '#cbefdb' },
    dark: { stripe: '#25a473', tint: '#17392a' },
  },
  {
    slot: '12',
    hue: 177,
    mark: 'dash',
    light: { stripe: '#007c69', tint: '#ccf6ea' },
    dark: { stripe: '#24c3a8', tint: '#0e3a31' },
  },
  {
    slot: '13',
    hue: 192,
    mark: 'double',
    light: { stripe: '#009794', tint: '#caf5f3' },
    dark: { stripe: '#39dfda', tint: '#073938' },
  },
  {
    slot: '14',
    hue: 207,
    mark: 'wave',
    light: { stripe: '#005b64', tint: '#c3eef4' },
    dark: { stripe: '#009eae', tint: '#07393e' },
  },
  {
    slot: '15',
    hue: 222,
    mark: 'double',
    light: { stripe: '#007692', tint: '#cff2ff' },
    dark: { stripe: '#21bbe4', tint: '#0d3744' },
  },
  {
    slot: '16',
    hue: 237,
    mark: 'dot',
    light: { stripe: '#008ec9', tint: '#d7efff' },
    dark: { stripe: '#81cfff', tint: '#153548' },
  },
  {
    slot: '17',
    hue: 252,
    mark: 'dot',
    light: { stripe: '#005093', tint: '#d2e7ff' },
    dark: { stripe: '#4c8fd8', tint: '#1e334a' },
  },
  {
    slot: '18',
    hue: 267,
    mark: 'dot',
    light: { stripe: '#4363c0', tint: '#e3ebff' },
    dark: { stripe: '#84a6fb', tint: '#26314b' },
  },
  {
    slot: '19',
    hue: 282,
    mark: 'solid',
    light: { stripe: '#7775da', tint: '#e7e9ff' },
    dark: { stripe: '#bbbeff', tint: '#2e2e4a' },
  },
  {
    slot: '20',
    hue: 297,
    mark: 'dash',
    light: { stripe: '#5b3696', tint: '#e7dfff' },
    dark: { stripe: '#957ad1', tint: '#342c48' },
  },
  {
    slot: '21',
    hue: 312,
    mark: 'wave',
    light: { stripe: '#874ca8', tint: '#f4e4ff' },
    dark: { stripe: '#c590e4', tint: '#3a2a44' },
  },
  {
    slot: '22',
    hue: 327,
    mark: 'dash',
    light: { stripe: '#b25fb2', tint: '#fce1fb' },
    dark: { stripe: '#f1a6f1', tint: '#3f283f' },
  },
  {
    slot: '23',
    hue: 342,
    mark: 'double',
    light: { stripe: '#822266', tint: '#fbd9ed' },
    dark: { stripe: '#c16aa2', tint: '#432739' },
  },
  {
    slot: '24',
    hue: 357,
    mark: 'solid',
    light: { stripe: '#aa3d6c', tint: '#ffe2eb' },
    dark: { stripe: '#ea85aa', tint: '#462632' },
  },
];

/** The order in which new top-level codes take slots: each as far as can be from those before it, for every kind of vision. */
export const dealingOrder: readonly string[] = [
  '16',
  '05',
  '17',
  '07',
  '06',
  '18',
  '01',
  '24',
  '21',
  '11',
  '10',
  '23',
  '22',
  '13',
  '12',
  '02',
  '09',
  '04',
  '14',
  '15',
  '08',
  '03',
  '20',
  '19',
];

const byColor = new Map(palette.map((slot) => [slot.light.stripe, slot]));

/** The slot whose colour this is; undefined for a colour that came from elsewhere. */
export function slotOfColor(color: string): PaletteSlot | undefined {
  return byColor.get(color);
}
