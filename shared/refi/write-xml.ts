import type { KeptElement } from './kept-element.ts';
import type {
  RefiAudit,
  RefiCode,
  RefiCoding,
  RefiNote,
  RefiProject,
  RefiSelection,
  RefiSource,
  RefiValue,
} from './model.ts';
import { xmlAttribute, xmlText } from '../export/xml-text.ts';

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Pieces = Iterable<string>;

/** An element with its attributes in the given order; without content it is closed at once. */
function* element(name: string, attributes: Attributes, ...content: Pieces[]): Generator<string> {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) tag += ` ${key}="${xmlAttribute(String(value))}"`;
  let isEmpty = true;
  for (const pieces of content) {
    for (const piece of pieces) {
      if (isEmpty) yield `${tag}>\n`;
      isEmpty = false;
      yield piece;
    }
  }
  yield isEmpty ? `${tag}/>\n` : `</${name}>\n`;
}

/** A wrapper: the schema wants at least one child, so that without any there is none. */
function* wrapper(name: string, ...content: Pieces[]): Generator<string> {
  let isEmpty = true;
  for (const pieces of content) {
    for (const piece of pieces) {
      if (isEmpty) yield `<${name}>\n`;
      isEmpty = false;
      yield piece;
    }
  }
  if (!isEmpty) yield `</${name}>\n`;
}

function* text(name: string, value: string): Generator<string> {
  if (value !== '') yield `<${name}>${xmlText(value)}</${name}>\n`;
}

function* references(name: string, targets: readonly string[], attribute = 'targetGUID'): Generator<string> {
  for (const target of targets) yield* element(name, { [attribute]: target });
}

function* each<Item>(items: Iterable<Item>, write: (item: Item) => Pieces): Generator<string> {
  for (const item of items) yield* write(item);
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A project file of the standard (project:1.0), element by element in the order of its schema; the sources may be told of as they are written. */
export function* projectXml(project: RefiProject, sources: Iterable<RefiSource> = project.sources): Generator<string> {
  const { name, origin, user, at } = project;
  yield declaration;
  const values = valueWriter(project);
  yield* element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: name ?? '', origin, creatingUserGUID: user, creationDateTime: at },
    wrapper(
      'Users',
      each(project.users, ({ guid, name: called, initials }) => element('User', { guid, name: called, id: initials })),
    ),
    wrapper('CodeBook', wrapper('Codes', codesXml(project.codes, true))),
    wrapper(
      'Variables',
      each(project.variables, ({ guid, name: called, type, description }) =>
        element('Variable', { guid, name: called, typeOfVariable: type }, text('Description', description)),
      ),
    ),
    wrapper(
      'Cases',
      each(project.cases, (of) =>
        element(
          'Case',
          { guid: of.guid, name: of.name },
          text('Description', of.description),
          references('CodeRef', of.codes),
          each(of.values, values),
          references('SourceRef', of.sources),
          references('SelectionRef', of.selections),
        ),
      ),
    ),
    wrapper(
      'Sources',
      each(sources, (source) => sourceXml(source, each(source.values, values))),
      again(project, 'source'),
    ),
    wrapper(
      'Notes',
      each(project.memos, (note) => textXml('Note', note, [])),
    ),
    wrapper(
      'Links',
      each(project.links, ({ guid, name: called, origin: from, target }) =>
        element('Link', { guid, name: called, direction: 'OneWay', originGUID: from, targetGUID: target }),
      ),
      again(project, 'link'),
    ),
    wrapper('Sets', again(project, 'set')),
    wrapper('Graphs', again(project, 'graph')),
    text('Description', project.description),
    references('NoteRef', project.notes),
  );
}

/** A codebook file of the standard (codebook:1.0). The schema wants at least one code. */
export function* codebookXml(project: RefiProject): Generator<string> {
  yield declaration;
  yield* element(
    'CodeBook',
    { xmlns: 'urn:QDA-XML:codebook:1.0', origin: project.origin },
    wrapper('Codes', codesXml(project.codes, false)),
  );
}

/** A document with a remark for people behind its declaration; programs pass over it. */
export function* withRemark(xml: Generator<string>, remark: string | null): Generator<string> {
  const first = xml.next();
  if (!first.done) yield first.value;
  if (remark !== null) yield `<!-- ${remark.replaceAll('--', '–')} -->\n`;
  yield* xml;
}

function codesXml(codes: readonly RefiCode[], withNotes: boolean): Generator<string> {
  const children = Map.groupBy(codes, ({ parent }) => parent);
  const write = (parent: RefiCode | null): Generator<string> =>
    each(children.get(parent) ?? [], (code) =>
      element(
        'Code',
        { guid: code.guid, name: code.name, isCodable: code.codable, color: code.color },
        text('Description', code.description),
        references('NoteRef', withNotes ? code.notes : []),
        write(code),
      ),
    );
  return write(null);
}

/** What was kept for a wrapper of the project. */
function again({ kept }: RefiProject, place: string): Generator<string> {
  return each(
    kept.filter((each) => each.place === place),
    ({ element: of }) => keptXml(of),
  );
}

function keptXml(of: KeptElement): Generator<string> {
  if (of.text !== '') return text(of.name, of.text);
  return element(of.name, Object.fromEntries(of.attributes), each(of.children, keptXml));
}

function audit({ user, at, modifier, modified }: RefiAudit): Attributes {
  return { creatingUser: user, creationDateTime: at, modifyingUser: modifier, modifiedDateTime: modified };
}

function textXml(name: string, of: RefiSource | RefiNote, values: Pieces, codings: Pieces = []): Generator<string> {
  return element(
    name,
    { guid: of.guid, name: of.name, richTextPath: of.richPath, plainTextPath: of.plainPath, ...audit(of) },
    text('Description', of.description),
    of.plainPath === null && of.content !== null ? text('PlainTextContent', of.content) : [],
    'written' in of && of.written !== undefined ? of.written() : selectionsXml(of.selections),
    codings,
    references('NoteRef', of.notes),
    values,
  );
}

/** A text; that of a PDF stands inside it, beside the areas marked on its pages. */
function sourceXml(source: RefiSource, values: Pieces): Generator<string> {
  const codings = each(source.again?.codings ?? [], keptXml);
  if (source.element !== 'PDFSource') return textXml('TextSource', source, values, codings);
  const { guid, name, path, plainPath: plainTextPath, representation } = source;
  return element(
    'PDFSource',
    { guid, name, path, ...audit(source) },
    text('Description', source.description),
    each(source.again?.areas ?? [], keptXml),
    element(
      'Representation',
      { guid: representation, plainTextPath },
      source.written?.() ?? selectionsXml(source.selections),
    ),
    codings,
    references('NoteRef', source.notes),
    values,
  );
}

/** The selections of a source, as they stand in it. */
export function selectionsXml(selections: Iterable<RefiSelection>): Generator<string> {
  return each(selections, selectionXml);
}

function selectionXml(selection: RefiSelection): Generator<string> {
  const { guid, name, start, end, user, at } = selection;
  return element(
    'PlainTextSelection',
    { guid, name, startPosition: start, endPosition: end, creatingUser: user, creationDateTime: at },
    text('Description', selection.description),
    each(selection.codings, codingXml),
    references('NoteRef', selection.notes),
  );
}

function codingXml({ guid, user, at, code, notes }: RefiCoding): Generator<string> {
  return element(
    'Coding',
    { guid, creatingUser: user, creationDateTime: at },
    element('CodeRef', { targetGUID: code }),
    references('NoteRef', notes),
  );
}

function valueWriter({ variables }: RefiProject): (value: RefiValue) => Generator<string> {
  const types = new Map(variables.map(({ guid, type }) => [guid, type]));
  return ({ variable, value }) =>
    element(
      'VariableValue',
      {},
      element('VariableRef', { targetGUID: variable }),
      value === null
        ? []
        : [
            `<${types.get(variable ?? '') ?? 'Text'}Value>${xmlText(value)}</${types.get(variable ?? '') ?? 'Text'}Value>\n`,
          ],
    );
}
