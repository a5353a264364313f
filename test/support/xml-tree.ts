import { SaxesParser } from 'saxes';

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  /** Elements of this name below, in document order. */
  readonly all: (name: string) => XmlElement[];
};

function element(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
  const made: XmlElement = {
    name,
    attributes,
    children: [],
    text: '',
    all: (wanted) =>
      made.children.flatMap((child) => [...(child.name === wanted ? [child] : []), ...child.all(wanted)]),
  };
  return made;
}

/** Reads well-formed XML into a tree; throws on anything else. */
export function readXml(xml: string): XmlElement {
  const parser = new SaxesParser();
  const root = element('', {});
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const made = element(name, attributes);
    open.at(-1)!.children.push(made);
    open.push(made);
  });
  parser.on('text', (text) => {
    for (const each of open) each.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
}
