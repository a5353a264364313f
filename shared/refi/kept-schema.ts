/** What a value of an attribute must look like: the standard's simple types, and three uses of a GUID. */
export type KeptValue =
  | 'own'
  | 'reference'
  | 'user'
  | 'path'
  | 'text'
  | 'whole'
  | 'instant'
  | 'color'
  | 'direction'
  | 'shape'
  | 'line';

type Shape = {
  readonly attributes: Readonly<Record<string, KeptValue>>;
  readonly required: readonly string[];
  /** Names of the children in the order the schema wants; `once` of them may stand once only. */
  readonly children: readonly string[];
  readonly once: readonly string[];
  readonly hasText?: boolean;
};

const audit = {
  creatingUser: 'user',
  creationDateTime: 'instant',
  modifyingUser: 'user',
  modifiedDateTime: 'instant',
} as const;
const named = { guid: 'own', name: 'text' } as const;
const reference: Shape = {
  attributes: { targetGUID: 'reference' },
  required: ['targetGUID'],
  children: [],
  once: [],
};
const words: Shape = { attributes: {}, required: [], children: [], once: [], hasText: true };
const area = { firstX: 'whole', firstY: 'whole', secondX: 'whole', secondY: 'whole' } as const;
const onSelection = ['Description', 'Coding', 'NoteRef'];

function shape(
  attributes: Shape['attributes'],
  required: readonly string[],
  children: readonly string[] = [],
  once: readonly string[] = ['Description'],
): Shape {
  return { attributes, required, children, once };
}

function media(selection: string, ...before: string[]): Shape {
  return shape(
    { ...named, path: 'path', currentPath: 'text', ...audit },
    ['guid'],
    ['Description', ...before, selection, 'Coding', 'NoteRef', 'VariableValue'],
    ['Description', 'TextDescription'],
  );
}

const textSource = shape(
  { ...named, richTextPath: 'path', plainTextPath: 'path', ...audit },
  ['guid'],
  ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
  ['Description', 'PlainTextContent'],
);

/** The part of the standard's schema (project:1.0) that kept elements use. */
export const keptSchema: Readonly<Record<string, Shape>> = {
  Set: shape({ ...named }, ['guid', 'name'], ['Description', 'MemberCode', 'MemberSource', 'MemberNote']),
  MemberCode: reference,
  MemberSource: reference,
  MemberNote: reference,
  NoteRef: reference,
  CodeRef: reference,
  SourceRef: reference,
  SelectionRef: reference,
  VariableRef: reference,
  Description: words,
  PlainTextContent: words,
  TextValue: words,
  BooleanValue: words,
  IntegerValue: words,
  FloatValue: words,
  DateValue: words,
  DateTimeValue: words,
  Link: shape(
    { ...named, direction: 'direction', color: 'color', originGUID: 'reference', targetGUID: 'reference' },
    ['guid', 'originGUID', 'targetGUID'],
    ['NoteRef'],
  ),
  Graph: shape({ ...named }, ['guid'], ['Vertex', 'Edge']),
  Vertex: shape({ guid: 'own', representedGUID: 'reference', name: 'text', ...area, shape: 'shape', color: 'color' }, [
    'guid',
    'firstX',
    'firstY',
  ]),
  Edge: shape(
    {
      guid: 'own',
      representedGUID: 'reference',
      name: 'text',
      sourceVertex: 'reference',
      targetVertex: 'reference',
      color: 'color',
      direction: 'direction',
      lineStyle: 'line',
    },
    ['guid', 'sourceVertex', 'targetVertex'],
  ),
  PictureSource: media('PictureSelection', 'TextDescription'),
  AudioSource: media('AudioSelection', 'Transcript'),
  VideoSource: media('VideoSelection', 'Transcript'),
  PDFSource: shape(
    { ...named, path: 'path', currentPath: 'text', ...audit },
    ['guid'],
    ['Description', 'PDFSelection', 'Representation', 'Coding', 'NoteRef', 'VariableValue'],
    ['Description', 'Representation'],
  ),
  Representation: textSource,
  TextDescription: textSource,
  PictureSelection: shape({ ...named, ...area, ...audit }, ['guid', ...Object.keys(area)], onSelection),
  PDFSelection: shape(
    { ...named, page: 'whole', ...area, ...audit },
    ['guid', 'page', ...Object.keys(area)],
    ['Description', 'Representation', 'Coding', 'NoteRef'],
    ['Description', 'Representation'],
  ),
  PlainTextSelection: shape(
    { ...named, startPosition: 'whole', endPosition: 'whole', ...audit },
    ['guid', 'startPosition', 'endPosition'],
    onSelection,
  ),
  AudioSelection: shape({ ...named, begin: 'whole', end: 'whole', ...audit }, ['guid', 'begin', 'end'], onSelection),
  VideoSelection: shape({ ...named, begin: 'whole', end: 'whole', ...audit }, ['guid', 'begin', 'end'], onSelection),
  Transcript: shape(
    { ...named, richTextPath: 'path', plainTextPath: 'path', ...audit },
    ['guid'],
    ['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'],
    ['Description', 'PlainTextContent'],
  ),
  SyncPoint: shape({ guid: 'own', timeStamp: 'whole', position: 'whole' }, ['guid']),
  TranscriptSelection: shape(
    { ...named, fromSyncPoint: 'reference', toSyncPoint: 'reference', ...audit },
    ['guid'],
    onSelection,
  ),
  Coding: shape(
    { guid: 'own', creatingUser: 'user', creationDateTime: 'instant' },
    ['guid'],
    ['CodeRef', 'NoteRef'],
    ['CodeRef'],
  ),
  VariableValue: shape(
    {},
    [],
    ['VariableRef', 'TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'],
    ['VariableRef'],
  ),
};

/** Children without which an element says nothing. */
export const neededChild: Readonly<Record<string, string>> = { Coding: 'CodeRef', VariableValue: 'VariableRef' };

const forms: Readonly<Partial<Record<KeptValue, RegExp>>> = {
  whole: /^[+-]?\d+$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  color: /^#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  shape: /^(?:Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note)$/,
  line: /^(?:dotted|dashed|solid)$/,
};

/** Whether a value is one the schema takes there. */
export function fitsSchema(kind: KeptValue, value: string): boolean {
  return forms[kind]?.test(value) ?? true;
}
