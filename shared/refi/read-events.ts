import {
  emptyRefiProject,
  type RefiAudit,
  type RefiCase,
  type RefiCode,
  type RefiCoding,
  type RefiNote,
  type RefiProject,
  type RefiSelection,
  type RefiSelections,
  type RefiSet,
  type RefiSource,
  type RefiValue,
  type RefiVariable,
  refiVariableTypes,
} from './model.ts';
import { guidKey } from './guid.ts';
import { KeptCapture } from './kept-capture.ts';

type Attribute = (name: string) => string | undefined;

/** What stands open: the element's name, what has been made of it, and the characters read in it so far. */
type Open =
  | { readonly kind: 'root' | 'wrapper' | 'ignored' | 'text' }
  | { readonly kind: 'code'; readonly code: RefiCode }
  | { readonly kind: 'variable'; readonly variable: RefiVariable }
  | { readonly kind: 'value'; readonly value: RefiValue }
  | { readonly kind: 'case'; readonly of: RefiCase }
  | { readonly kind: 'source'; readonly source: RefiSource }
  | { readonly kind: 'representation'; readonly source: RefiSource }
  | { readonly kind: 'note'; readonly note: RefiNote }
  | { readonly kind: 'selection'; readonly selection: RefiSelection; readonly holder: RefiSelections | null }
  | { readonly kind: 'coding'; readonly coding: RefiCoding }
  | { readonly kind: 'set'; readonly set: RefiSet };
type Frame = Open & { readonly name: string; text: string };

const wrappers = new Set('Users Codes CodeBook Variables Cases Sources Notes Links Sets Graphs Link Graph'.split(' '));
const silent = new Set('User Vertex Edge SyncPoint CodeRef NoteRef SourceRef SelectionRef VariableRef'.split(' '));
const members = new Set(['MemberCode', 'MemberSource', 'MemberNote']);
const texts = new Set(
  'Description PlainTextContent TextValue BooleanValue IntegerValue FloatValue DateValue DateTimeValue'.split(' '),
);
const sources = new Set('TextSource PDFSource PictureSource AudioSource VideoSource'.split(' '));

/**
 * Reads the events of a .qde or .qdc into a model. Names are local, order and namespaces do not matter; what is unknown is
 * counted. `selections` makes the places where those of a source are kept.
 */
export function refiEvents(selections: () => RefiSelections = () => []): {
  open(space: string, name: string, attribute: Attribute, attributes: () => [string, string][]): void;
  close(space: string, name: string): void;
  text(text: string): void;
  /** The model, complete once the last event is in. */
  readonly project: RefiProject;
} {
  const project = emptyRefiProject();
  const stack: Frame[] = [];
  const capture = new KeptCapture(project.kept);
  return {
    project,
    open: (_, name, attribute, attributes) => {
      const above = stack.at(-1);
      capture.open(name, attributes, ownerOf(above));
      const opened: Open =
        above?.kind === 'ignored' ? { kind: 'ignored' } : openElement(project, stack, name, attribute, selections);
      stack.push({ ...opened, name, text: '' });
    },
    close: () => {
      const frame = stack.pop();
      capture.close();
      if (frame?.kind === 'text') takeText(project, stack.at(-1), frame.name, frame.text);
      if (frame?.kind === 'selection') frame.holder?.push(frame.selection);
      if (frame?.kind === 'source') frame.source.selections.seal?.();
    },
    text: (text) => {
      const frame = stack.at(-1);
      if (frame?.kind === 'text') frame.text += text;
      capture.text(text);
    },
  };
}

function openElement(
  project: RefiProject,
  stack: readonly Frame[],
  name: string,
  attribute: Attribute,
  selections: () => RefiSelections,
): Open {
  const above = stack.at(-1);
  if (above === undefined) return openRoot(project, name, attribute);
  if (texts.has(name)) return { kind: 'text' };
  if (sources.has(name) || name === 'Transcript') {
    const source = newSource(name, attribute, selections());
    project.sources.push(source);
    return { kind: 'source', source };
  }
  const made = openChild(project, above, name, attribute);
  if (made !== null) return made;
  if (silent.has(name) || members.has(name)) {
    takeReference(project, above, name, attribute);
    return { kind: 'wrapper' };
  }
  if (wrappers.has(name)) {
    if (name === 'Link') project.links.push(newLink(attribute));
    if (name === 'Graph') project.graphs.push({ guid: attribute('guid') ?? '', name: attribute('name') ?? null });
    return { kind: 'wrapper' };
  }
  project.unknown.set(name, (project.unknown.get(name) ?? 0) + 1);
  return { kind: 'ignored' };
}

function openRoot(project: RefiProject, name: string, attribute: Attribute): Open {
  if (name !== 'Project' && name !== 'CodeBook') return { kind: 'ignored' };
  project.root = name;
  project.name = attribute('name') ?? null;
  project.origin = attribute('origin') ?? '';
  project.basePath = attribute('basePath') ?? null;
  project.user = attribute('creatingUserGUID') ?? null;
  project.at = attribute('creationDateTime') ?? null;
  return { kind: 'root' };
}

function openChild(project: RefiProject, above: Frame, name: string, attribute: Attribute): Open | null {
  switch (name) {
    case 'Code': {
      const code = newCode(attribute, above.kind === 'code' ? above.code : null);
      project.codes.push(code);
      return { kind: 'code', code };
    }
    case 'Variable': {
      const variable = newVariable(attribute);
      project.variables.push(variable);
      return { kind: 'variable', variable };
    }
    case 'VariableValue': {
      const value: RefiValue = { variable: null, value: null };
      if (above.kind === 'case') above.of.values.push(value);
      else if (above.kind === 'source') above.source.values.push(value);
      return { kind: 'value', value };
    }
    case 'Case': {
      const of = newCase(attribute);
      project.cases.push(of);
      return { kind: 'case', of };
    }
    case 'Note': {
      const note = newText(attribute);
      project.memos.push(note);
      return { kind: 'note', note };
    }
    case 'Set': {
      const set = newSet(attribute);
      project.sets.push(set);
      return { kind: 'set', set };
    }
    case 'Representation':
    case 'TextDescription':
      return above.kind === 'source' ? openRepresentation(above.source, attribute) : { kind: 'ignored' };
    case 'Coding':
      return openCoding(above, attribute);
    default:
      return name.endsWith('Selection') ? openSelection(above, name, attribute) : null;
  }
}

/** The text of a PDF or a picture is the source's own. */
function openRepresentation(source: RefiSource, attribute: Attribute): Open {
  source.representation = attribute('guid') ?? '';
  source.plainPath = attribute('plainTextPath') ?? null;
  source.richPath = attribute('richTextPath') ?? null;
  return { kind: 'representation', source };
}

function openCoding(above: Frame, attribute: Attribute): Open {
  const coding: RefiCoding = {
    guid: attribute('guid') ?? '',
    user: attribute('creatingUser') || null,
    at: attribute('creationDateTime') || null,
    code: null,
    notes: [],
  };
  if (above.kind === 'selection') above.selection.codings.push(coding);
  else if (above.kind === 'source' || above.kind === 'representation') above.source.codings.push(coding);
  return { kind: 'coding', coding };
}

function openSelection(above: Frame, name: string, attribute: Attribute): Open {
  const holder = above.kind === 'note' ? above.note : 'source' in above ? above.source : null;
  const places: ReadonlyMap<string, number> = 'source' in above ? above.source.syncPoints : new Map();
  const at = (sync: string): number | null => places.get(guidKey(attribute(sync) ?? '')) ?? null;
  const isText = name === 'PlainTextSelection';
  const selection: RefiSelection = {
    ...audit(attribute),
    element: name,
    guid: attribute('guid') ?? '',
    name: attribute('name') ?? '',
    start: isText ? wholeNumber(attribute('startPosition')) : at('fromSyncPoint'),
    end: isText ? wholeNumber(attribute('endPosition')) : at('toSyncPoint'),
    description: '',
    codings: [],
    notes: [],
  };
  return { kind: 'selection', selection, holder: holder?.selections ?? null };
}

/** A position that is no whole number lies outside every text. */
function wholeNumber(written: string | undefined): number {
  return /^\s*[+-]?\d{1,15}(?:\.0{1,6})?\s*$/.test(written ?? '') ? Number(written) : Number.NaN;
}

function audit(attribute: Attribute): RefiAudit {
  return {
    user: attribute('creatingUser') || null,
    at: attribute('creationDateTime') || null,
    modifier: attribute('modifyingUser') || null,
    modified: attribute('modifiedDateTime') || null,
  };
}

function newText(attribute: Attribute): RefiNote {
  return {
    ...audit(attribute),
    guid: attribute('guid') ?? '',
    name: attribute('name') || null,
    description: '',
    plainPath: attribute('plainTextPath') || null,
    richPath: attribute('richTextPath') || null,
    content: null,
    selections: [],
    notes: [],
  };
}

function newSource(element: string, attribute: Attribute, selections: RefiSelections): RefiSource {
  const path = attribute('path') || attribute('currentPath') || null;
  return {
    ...newText(attribute),
    selections,
    element,
    codings: [],
    values: [],
    path,
    representation: null,
    syncPoints: new Map(),
  };
}

function newCode(attribute: Attribute, parent: RefiCode | null): RefiCode {
  return {
    guid: attribute('guid') ?? '',
    name: attribute('name') ?? '',
    codable: !/^\s*(?:false|0)\s*$/i.test(attribute('isCodable') ?? ''),
    color: attribute('color') || null,
    parent,
    description: '',
    notes: [],
  };
}

function newVariable(attribute: Attribute): RefiVariable {
  const type = refiVariableTypes.find((each) => each === attribute('typeOfVariable')) ?? 'Text';
  return { guid: attribute('guid') ?? '', name: attribute('name') ?? '', type, description: '' };
}

function newCase(attribute: Attribute): RefiCase {
  return {
    guid: attribute('guid') ?? '',
    name: attribute('name') || null,
    description: '',
    values: [],
    codes: [],
    sources: [],
    selections: [],
  };
}

function newSet(attribute: Attribute): RefiSet {
  return {
    guid: attribute('guid') ?? '',
    name: attribute('name') ?? '',
    description: '',
    codes: [],
    sources: [],
    notes: [],
  };
}

function newLink(attribute: Attribute): RefiProject['links'][number] {
  return {
    guid: attribute('guid') ?? '',
    name: attribute('name') ?? null,
    origin: attribute('originGUID') ?? null,
    target: attribute('targetGUID') ?? null,
  };
}

function takeReference(project: RefiProject, above: Frame, name: string, attribute: Attribute): void {
  const target = attribute('targetGUID') ?? attribute('guid') ?? '';
  if (name === 'User')
    project.users.push({ guid: target, name: attribute('name') || null, initials: attribute('id') || null });
  else if (name === 'SyncPoint') {
    const position = wholeNumber(attribute('position'));
    if (above.kind === 'source' && position >= 0) above.source.syncPoints.set(guidKey(target), position);
  } else if (name === 'NoteRef') notesOf(project, above)?.push(target);
  else if (name === 'VariableRef' && above.kind === 'value') above.value.variable = target;
  else if (name === 'CodeRef' && above.kind === 'coding') above.coding.code = target;
  else if (name === 'CodeRef' && above.kind === 'case') above.of.codes.push(target);
  else if (name === 'SourceRef' && above.kind === 'case') above.of.sources.push(target);
  else if (name === 'SelectionRef' && above.kind === 'case') above.of.selections.push(target);
  else if (above.kind === 'set') {
    if (name === 'MemberCode') above.set.codes.push(target);
    if (name === 'MemberSource') above.set.sources.push(target);
    if (name === 'MemberNote') above.set.notes.push(target);
  }
}

function notesOf(project: RefiProject, above: Frame): string[] | null {
  if (above.kind === 'root') return project.notes;
  if (above.kind === 'code') return above.code.notes;
  if (above.kind === 'source' || above.kind === 'representation') return above.source.notes;
  if (above.kind === 'selection') return above.selection.notes;
  if (above.kind === 'coding') return above.coding.notes;
  return above.kind === 'note' ? above.note.notes : null;
}

function takeText(project: RefiProject, above: Frame | undefined, name: string, text: string): void {
  if (above === undefined) return;
  if (above.kind === 'value') {
    above.value.value = text;
    return;
  }
  if (name === 'PlainTextContent') {
    if (above.kind === 'note') above.note.content = text;
    else if ('source' in above) above.source.content = text;
    return;
  }
  if (name !== 'Description') return;
  const described = describedBy(project, above);
  if (described !== null) described.description = text;
}

function describedBy(project: RefiProject, above: Frame): { description: string } | null {
  if (above.kind === 'root') return project;
  if (above.kind === 'code') return above.code;
  if (above.kind === 'variable') return above.variable;
  if (above.kind === 'case') return above.of;
  if (above.kind === 'source') return above.source;
  if (above.kind === 'note') return above.note;
  if (above.kind === 'selection') return above.selection;
  return above.kind === 'set' ? above.set : null;
}

/** What an element to be kept may hang on. */
function ownerOf(
  above: Frame | undefined,
): { readonly kind: 'source' | 'case' | 'variable'; readonly guid: string } | null {
  if (above?.kind === 'source') return { kind: 'source', guid: above.source.guid };
  if (above?.kind === 'case') return { kind: 'case', guid: above.of.guid };
  return above?.kind === 'variable' ? { kind: 'variable', guid: above.variable.guid } : null;
}
