import { expect } from 'vitest';
import { openContainer } from '../../electron/core/import/container.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { type MethodName, methods } from '../../shared/contract/methods.ts';
import { memoryTransports } from '../../shared/contract/transport.ts';
import type { TestProject } from './core.ts';
import { inputsOf, type Meanings } from './method-inputs.ts';
import { stepKinds } from './random-commands/run-step.ts';
import { type Study, words } from './shared-study.ts';
import { upload } from './upload.ts';
import { fileBehind } from './plain-core.ts';

/** A client whose every message, with the text of every file it is offered, is kept. */
export class Recorded {
  readonly client: Client;
  private readonly texts: string[] = [];

  constructor({ test }: TestProject) {
    const [near, far] = memoryTransports();
    this.client = createClient({
      ...near,
      onMessage: (receive) =>
        near.onMessage((message) => {
          this.texts.push(JSON.stringify(message));
          receive(message);
        }),
    });
    test.core.dispatcher.serve(far);
  }

  /** Calls, and reads whatever file the answer offers. Answers whether the core refused. */
  async ask(method: MethodName, input: unknown): Promise<string | null> {
    try {
      const answer: unknown = await this.client.call(method, input as never);
      const ticket = (answer as { ticket?: string } | null)?.ticket;
      if (methods[method].kind === 'job' && ticket !== undefined) await this.read(ticket);
      return null;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  private async read(ticket: string): Promise<void> {
    const bytes = await fileBehind(this.client, ticket);
    if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) {
      this.texts.push(bytes.toString());
      return;
    }
    const archive = await openContainer(bytes);
    for (const name of archive.names)
      await archive.read(name, (piece) => void this.texts.push(`${name} ${Buffer.from(piece).toString()}`));
  }

  /**
   * Everything heard since it was last taken; tickets, which are drawn, and folders of the test made alike. How often a
   * job tells how far it is goes by the clock, not by the project: left out.
   */
  take(): string[] {
    return this.texts
      .splice(0)
      .filter((text) => !text.startsWith('{"type":"progress"'))
      .map((text) => text.replaceAll(/"[\w-]{24}"/g, '"ticket"').replaceAll(/verbatim-test-\w+/g, 'folder'));
  }

  /** Which of the words were ever heard. */
  heard(canaries: readonly string[]): string[] {
    const everything = this.texts.join('\n');
    return canaries.filter((canary) => everything.includes(canary));
  }
}

/** What only looks: every query, and every job that changes nothing and opens no other project. */
const looking = (Object.keys(methods) as MethodName[]).filter(
  (name) =>
    methods[name].kind !== 'command' &&
    !(stepKinds as readonly string[]).includes(name) &&
    name !== 'archive.restore' &&
    name !== 'protection.lock',
);

/** What opens another project in place of this one, or is the act itself that ends blindness. */
const leaving = new Set<MethodName>([
  'archive.restore',
  'blinding.lift',
  'project.close',
  'project.create',
  'project.open',
  'project.openEncrypted',
  'protection.lock',
  'project.sample',
]);

/** What does something: every command, and every job that is not only looking. */
const doing = (Object.keys(methods) as MethodName[]).filter((name) => !looking.includes(name) && !leaving.has(name));

async function meaningsIn(study: Study): Promise<Meanings> {
  const { selections, codings } = await study.test.client.call('codings.ofDocument', { document: study.document });
  return {
    document: study.document,
    code: study.codes.get('fear')!,
    into: study.codes.get('trust')!,
    a: study.codes.get('fear')!,
    b: study.codes.get('trust')!,
    coder: study.ada,
    coders: [study.ada, study.bo],
    codes: [...study.codes.values()],
    segments: study.codes.get('fear')!,
    limit: 50,
    resamples: 100,
    ticket: await upload(study.test.client, 'file.txt', 'I: Why?\nR: Because.\n'),
    offset: 0,
    length: 100,
    // The beginning of one: what merely repeats the question is no leak.
    words: words.memo.slice(0, -1),
    passphrase: 'nobody knows this',
    start: 9,
    end: 12,
    at: 11,
    revision: 1,
    selection: selections[0]?.id ?? study.others.selection,
    coding: codings[0]?.id ?? study.others.coding,
  };
}

/** Asks everything that can be asked, once for each of the words a search might try; tells after each what was heard. */
export async function askEverything(
  study: Study,
  recorded: Recorded,
  told: (method: MethodName) => void = () => {},
): Promise<Map<MethodName, string | null>> {
  const outcome = new Map<MethodName, string | null>();
  for (const method of looking) {
    const meanings = await meaningsIn(study);
    const inputs = inputsOf(method, meanings);
    expect(inputs, `${method}: say in the test what its input means`).not.toEqual([]);
    for (const input of inputs) outcome.set(method, await recorded.ask(method, input));
    const asked = new Set(inputs.map((input) => JSON.stringify(input)));
    for (const code of study.codes.values())
      for (const input of inputsOf(method, { ...meanings, code }))
        if (!asked.has(JSON.stringify(input))) await recorded.ask(method, input);
    told(method);
  }
  return outcome;
}

/** Does everything that can be done, with one's own things and with those of the other coder; answers what was refused, and why. */
export async function doEverything(
  study: Study,
  recorded: Recorded,
  told: (method: MethodName) => void = () => {},
): Promise<Map<MethodName, readonly string[]>> {
  const outcome = new Map<MethodName, readonly string[]>();
  for (const method of doing) {
    const refusals: string[] = [];
    const own = await meaningsIn(study);
    const { selection, coding, memo } = study.others;
    const theirs = {
      ...own,
      selection,
      coding,
      memo,
      selections: [selection],
      codings: [coding, own['coding']],
      target: { kind: 'coding', id: coding },
    };
    const asked = [own, theirs].flatMap((meanings) => inputsOf(method, meanings));
    expect(asked, `${method}: say in the test what its input means`).not.toEqual([]);
    for (const input of asked) {
      const refusal = await recorded.ask(method, input);
      if (refusal !== null) refusals.push(refusal);
    }
    outcome.set(method, refusals);
    told(method);
  }
  return outcome;
}
