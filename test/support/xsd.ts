import { SaxesParser } from 'saxes';

/** An element of a document: attributes by local name, children in order. */
type Tree = { readonly name: string; readonly attributes: Record<string, string>; readonly children: Tree[] };
type Particle = { readonly name: string; readonly type: string; readonly least: number; readonly most: number };
type Type = {
  readonly particles: (Particle | { readonly choice: Particle[]; readonly most: number })[];
  readonly attributes: Map<string, { readonly type: string; readonly required: boolean }>;
};

function treeOf(xml: string): Tree {
  const parser = new SaxesParser({ xmlns: true });
  const top: Tree = { name: '', attributes: {}, children: [] };
  const stack = [top];
  parser.on('opentag', ({ local, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns' && prefix !== 'xsi');
    const plain = Object.fromEntries(
      own.filter(({ name }) => name !== 'xmlns').map((each) => [each.local, each.value]),
    );
    const made: Tree = { name: local, attributes: plain, children: [] };
    stack.at(-1)!.children.push(made);
    stack.push(made);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0]!;
}

function bound(value: string | undefined): number {
  return value === 'unbounded' ? Number.POSITIVE_INFINITY : Number(value ?? 1);
}

/**
 * Holds a document to the part of XML Schema the exchange standard's schemas use: sequences, choices, occurrence, required
 * and known attributes, patterns, enumerations and the built-in types. Answers what is wrong, by path.
 */
export function xsdFaults(schema: string, xml: string): string[] {
  const root = treeOf(schema);
  const types = new Map<string, Type>();
  const simple = new Map<string, { pattern: RegExp | null; words: Set<string> }>();
  const particle = ({ attributes }: Tree): Particle => ({
    name: attributes['name']!,
    type: attributes['type']!,
    least: Number(attributes['minOccurs'] ?? 1),
    most: bound(attributes['maxOccurs']),
  });
  const particles = (group: Tree): Type['particles'] =>
    group.name === 'choice'
      ? [{ choice: group.children.map(particle), most: bound(group.attributes['maxOccurs']) }]
      : group.children.flatMap((child) => (child.name === 'choice' ? particles(child) : [particle(child)]));
  for (const { name, attributes, children } of root.children) {
    if (name === 'complexType') {
      const group = children.find((child) => child.name === 'sequence' || child.name === 'choice');
      const listed = children.filter((child) => child.name === 'attribute');
      types.set(attributes['name']!, {
        particles: group === undefined ? [] : particles(group),
        attributes: new Map(
          listed.map(({ attributes: of }) => [of['name']!, { type: of['type']!, required: of['use'] === 'required' }]),
        ),
      });
    }
    if (name === 'simpleType') {
      const facets = children[0]!.children;
      const pattern = facets.find((facet) => facet.name === 'pattern')?.attributes['value'];
      const words = facets.filter((facet) => facet.name === 'enumeration').map((facet) => facet.attributes['value']!);
      simple.set(attributes['name']!, {
        pattern: pattern === undefined ? null : new RegExp(`^(?:${pattern})$`, 'u'),
        words: new Set(words),
      });
    }
  }
  const builtIn: Record<string, RegExp> = {
    'xsd:string': /^[^]*$/,
    'xsd:integer': /^[+-]?\d+$/,
    'xsd:boolean': /^(?:true|false|0|1)$/,
    'xsd:decimal': /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
    'xsd:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
    'xsd:date': /^\d{4}-\d\d-\d\d$/,
  };
  const fits = (type: string, value: string): boolean => {
    const own = simple.get(type);
    if (own === undefined) return builtIn[type]!.test(value);
    return (own.pattern?.test(value) ?? true) && (own.words.size === 0 || own.words.has(value));
  };
  const faults: string[] = [];
  const check = (tree: Tree, typeName: string, path: string): void => {
    const type = types.get(typeName);
    if (type === undefined) return;
    for (const [name, value] of Object.entries(tree.attributes)) {
      const known = type.attributes.get(name);
      if (known === undefined) faults.push(`${path}@${name} is unknown`);
      else if (!fits(known.type, value)) faults.push(`${path}@${name}="${value}" is no ${known.type}`);
    }
    for (const [name, { required }] of type.attributes)
      if (required && tree.attributes[name] === undefined) faults.push(`${path}@${name} is missing`);
    let at = 0;
    for (const wanted of type.particles) {
      const options = 'choice' in wanted ? wanted.choice : [wanted];
      let count = 0;
      for (let child = tree.children[at]; child !== undefined && count < wanted.most; child = tree.children[at]) {
        const option = options.find(({ name }) => name === child?.name);
        if (option === undefined) break;
        check(child, option.type, `${path}/${child.name}[${at}]`);
        at++;
        count++;
      }
      const least = Math.min(...options.map((option) => option.least));
      if (count < least) faults.push(`${path} lacks ${options.map(({ name }) => name).join(' or ')}`);
    }
    if (at < tree.children.length) faults.push(`${path}/${tree.children[at]!.name} is out of place`);
  };
  const element = root.children.find(({ name }) => name === 'element')!;
  const document = treeOf(xml);
  if (document.name !== element.attributes['name']) return [`the root is ${document.name}`];
  check(document, element.attributes['type']!, document.name);
  return faults;
}
