import type { Client } from '../../shared/contract/client.ts';
import { needed } from '../../shared/contract/needed.ts';
import { codeIdsByName } from './code-names.ts';
import { Misuse } from './command.ts';
import { codersNamed, roundNamed } from './session.ts';

type Named = {
  readonly coders?: readonly string[] | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly across?: readonly string[] | undefined;
  readonly group?: string | undefined;
  readonly round?: string | undefined;
  readonly marker?: string | undefined;
  readonly marked?: boolean | undefined;
  readonly attribute?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
};

/** A value as JSON where it is JSON (`true`, `3`, `["a"]`), else as the text it is. */
function settingValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The settings of a report as named on the command line, names looked up in the project. Throws `not_found`, Misuse. */
export async function reportSettings(client: Client, named: Named): Promise<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  for (const pair of named.set ?? []) {
    const at = pair.indexOf('=');
    if (at < 1) throw new Misuse(`--set takes NAME=VALUE, not ${pair}`);
    settings[pair.slice(0, at)] = settingValue(pair.slice(at + 1));
  }
  if (named.coders) settings['coders'] = (await codersNamed(client, named.coders)).map(({ id }) => id);
  if (named.round !== undefined) settings['round'] = (await roundNamed(client, named.round)).id;
  if (named.codes ?? named.across ?? named.marker) {
    const ids = await codeIdsByName(client);
    const idOf = (name: string): string => needed('code', name, ids.get(name));
    if (named.codes) settings['codes'] = named.codes.map(idOf);
    if (named.across) settings['across'] = named.across.map(idOf);
    if (named.marker !== undefined)
      settings['marker'] = { code: idOf(named.marker), treatment: named.marked ? 'marked' : 'left_out' };
  }
  if (named.group ?? named.attribute) {
    const { attributes } = await client.call('cases.list', {});
    const idOf = (name: string): string =>
      needed(
        'attribute',
        name,
        attributes.find((each) => each.key === name || each.name === name),
      ).id;
    if (named.group !== undefined) settings['group'] = idOf(named.group);
    if (named.attribute) settings['attributes'] = named.attribute.map(idOf);
  }
  return settings;
}
