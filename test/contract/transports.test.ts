import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { smallHandlers } from '../support/handlers.ts';
import { type Joined, joined, transportNames } from '../support/transports.ts';

/** One suite for every way a client can reach a core. */
describe.each(transportNames)('over %s', (name) => {
  let join: Joined;
  let cancelled: Promise<void>;

  beforeEach(async () => {
    const small = smallHandlers();
    cancelled = small.cancelled;
    join = await joined(name, small.handlers);
  });
  afterEach(() => join.close());

  it('a call is answered with what the contract promises', async () => {
    const answer = await join.client.call('settings.set', { theme: 'dark' });
    expect(answer).toMatchObject({ language: null, theme: 'dark', textSize: 17, readingFace: 'serif' });
  });

  it('calls are answered each to its caller, however they overlap', async () => {
    const themes = ['dark', 'light', 'system', 'dark', 'light'] as const;
    const answers = await Promise.all(themes.map((theme) => join.client.call('settings.set', { theme })));
    expect(answers.map(({ theme }) => theme)).toEqual(themes);
  });

  it('text of any script and size crosses unchanged', async () => {
    const text = '研究者：受访者说“隐私”。\u0000\u2028😀\ud83d 한글 \u202bعربي'.toWellFormed().repeat(20_000);
    const answer = await join.client.call('files.append', { ticket: 't', base64: text });
    expect(answer).toEqual({ received: text.length });
  });

  it('an error of the closed union arrives as itself', async () => {
    const failure = join.client.call('project.open', { ticket: 'study.vbt' });
    await expect(failure).rejects.toBeInstanceOf(VerbatimError);
    await expect(failure).rejects.toMatchObject({ code: 'project_in_use', params: { file: 'study.vbt' } });
  });

  it('an error nobody foresaw says only where it was logged', async () => {
    await expect(join.client.call('project.close', {})).rejects.toMatchObject({
      code: 'internal',
      params: { log: 'log-1' },
    });
  });

  it.each(['project.burn', 'constructor', '__proto__', 'toString', ''])('there is no method %j', async (method) => {
    await expect(join.client.call(method as 'settings.get', {})).rejects.toMatchObject({ code: 'unknown_method' });
  });

  it('input that the contract does not allow never reaches a handler', async () => {
    const wrong: unknown[] = [null, undefined, 7, [], { theme: 'purple' }, { textSize: '17' }, { textSize: 1000 }];
    for (const input of wrong) {
      await expect(join.client.call('settings.set', input as object), JSON.stringify(input)).rejects.toMatchObject({
        code: 'invalid_input',
        params: { method: 'settings.set' },
      });
    }
  });

  it('a job tells how far it is, and stops when it is cancelled', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const job = join.client.call(
      'project.check',
      {},
      {
        signal: abort.signal,
        onProgress: (done, total) => {
          expect(total).toBe(1000);
          if (seen.push(done) === 3) abort.abort();
        },
      },
    );
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    await cancelled;
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('a call cancelled before it is made is not made', async () => {
    const abort = new AbortController();
    abort.abort();
    const call = join.client.call('project.close', {}, { signal: abort.signal });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('events reach every listener until it leaves, in order', async () => {
    const heard: CoreEvent[] = [];
    const left = vi.fn<(event: CoreEvent) => void>();
    join.client.onEvent((event) => heard.push(event));
    join.client.onEvent(left)();
    await join.client.call('settings.set', {});
    for (const revision of [1, 2, 3]) {
      join.dispatcher.broadcast({ name: 'changed', data: { tables: ['coding'], revision } });
    }
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.map((event) => event.name === 'changed' && event.data.revision)).toEqual([1, 2, 3]);
    expect(left).not.toHaveBeenCalled();
  });

  it('when the core goes, open calls fail, later ones too, and the client is told once', async () => {
    const closed = vi.fn<() => void>();
    join.client.onClose(closed);
    await join.client.call('settings.set', {});
    const open = join.client.call('files.discard', { ticket: 't' });
    join.cut();
    await expect(open).rejects.toMatchObject({ code: 'connection_lost' });
    await expect(join.client.call('settings.set', {})).rejects.toMatchObject({ code: 'connection_lost' });
    expect(closed).toHaveBeenCalledOnce();
  });

  it('when the client goes, its jobs are cancelled', async () => {
    const job = join.client.call('project.check', {});
    await join.client.call('settings.set', {});
    join.client.close();
    await expect(job).rejects.toMatchObject({ code: 'connection_lost' });
    await cancelled;
  });
});
