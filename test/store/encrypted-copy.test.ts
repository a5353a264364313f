import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decryptedBytes, encryptedPieces, isEncryptedFile } from '../../electron/core/export/encrypted-file.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { codingsCsv, fetched } from '../support/exchange.ts';

const passphrase = 'ein langer Satz, 合言葉';
const quick = { log2N: 10, r: 8, p: 1 };

async function sealed(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.concat(await encryptedPieces(bytes, passphrase, quick));
}

describe('a file that a passphrase opens', () => {
  it.each([0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])(
    'gives %i bytes back, and never the same file twice',
    async (size) => {
      const bytes = Buffer.alloc(size, 'the words of a respondent');
      const file = await sealed(bytes);
      expect(isEncryptedFile(file)).toBe(true);
      expect(file.includes('respondent')).toBe(false);
      expect(Buffer.compare(await decryptedBytes(file, passphrase), bytes)).toBe(0);
      expect(Buffer.compare(await sealed(bytes), file)).not.toBe(0);
    },
  );

  it('takes composed and decomposed letters for the same passphrase, and no other', async () => {
    const file = Buffer.concat(await encryptedPieces(Buffer.from('x'), 'caf\u00e9 au lait', quick));
    expect((await decryptedBytes(file, 'cafe\u0301 au lait')).toString()).toBe('x');
    await expect(decryptedBytes(file, 'cafe au lait')).rejects.toMatchObject({ reason: 'passphrase' });
  });

  it('is refused when a byte of it was changed, or it was cut, lengthened or put together anew', async () => {
    const file = await sealed(Buffer.alloc((2 << 20) + 5, 'abc'));
    const piece = (1 << 20) + 16;
    const head = 31;
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(file);
        // The costs in the head are taken as they are said, so that a changed one may ask for much; the rest is cheap to try.
        if (at >= 5 && at < 8) return;
        changed[at] = changed[at]! ^ by;
        await expect(decryptedBytes(changed, passphrase)).rejects.toThrow();
      }),
      { numRuns: 40 },
    );
    const swapped = Buffer.concat([
      file.subarray(0, head),
      file.subarray(head + piece, head + 2 * piece),
      file.subarray(head, head + piece),
      file.subarray(head + 2 * piece),
    ]);
    for (const other of [
      file.subarray(0, head + piece),
      file.subarray(0, -1),
      Buffer.concat([file, Buffer.from('x')]),
      swapped,
    ])
      await expect(decryptedBytes(other, passphrase)).rejects.toThrow();
  });

  it('does not take more memory than it should because the file says so', async () => {
    const file = await sealed(Buffer.from('x'));
    for (const [at, value] of [
      [5, 30],
      [6, 255],
      [7, 255],
    ] as const) {
      const greedy = Buffer.from(file);
      greedy[at] = value;
      await expect(decryptedBytes(greedy, passphrase)).rejects.toMatchObject({ reason: 'damaged' });
    }
  });
});

describe('an encrypted copy of a project', () => {
  it('holds none of its words, and opens as the same project with its history', async () => {
    const { test } = await openTestProject('I: Do you use it?\nR: [trust: I do], canary words.\n');
    const csv = await codingsCsv(test);
    const { ticket } = await test.client.call('project.saveEncrypted', { passphrase });
    const file = await fetched(test, ticket);
    for (const words of ['canary', 'trust', 'SQLite']) expect(file.includes(words)).toBe(false);

    const other = openTestCore({ first: 600_000 });
    const place = other.ticket(other.path('again.vbt'));
    const offered = (): string => other.file('copy.vbtx', file);
    await expect(
      other.client.call('project.openEncrypted', { ticket: offered(), passphrase: 'not this one', place }),
    ).rejects.toMatchObject({ code: 'passphrase_wrong' });
    expect(existsSync(other.path('again.vbt'))).toBe(false);
    await other.client.call('project.openEncrypted', { ticket: offered(), passphrase, place });
    expect(await codingsCsv(other)).toBe(csv);
    expect((await other.client.call('project.check', {})).faults).toEqual([]);
    await other.client.call('history.undo', {});
    await expect(
      other.client.call('project.openEncrypted', { ticket: offered(), passphrase, place }),
    ).rejects.toMatchObject({ code: 'project_exists' });
    await expect(
      other.client.call('project.openEncrypted', { ticket: other.file('no.vbtx', 'no such file'), passphrase }),
    ).rejects.toMatchObject({ code: 'encrypted_foreign' });
  });
});

describe('a project at rest', () => {
  it('leaves no word in any file of this computer but the locked one, and opens again as it was', async () => {
    const project = await openTestProject('I: Do you use it?\nR: [trust: I do], canary words.\n');
    const { test, path } = project;
    const { client, folder } = test;
    await client.call('codings.importCsv', {
      ticket: test.file('c.csv', 'document,code,start,end\ninterview.txt,trust,0,2\n'),
      coder: 'Ada',
      createCodes: false,
      markDone: false,
      partial: false,
    });
    const csv = await codingsCsv(test);
    rmSync(test.path('interview.txt'));
    const holding = (): string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('canary'))
        .map((entry) => entry.name)
        .sort();
    // Positive control: the project, its log and its backup hold the word.
    expect(holding().length).toBeGreaterThanOrEqual(2);

    expect(await client.call('protection.lock', { passphrase })).toEqual({ file: 'study.vbtx', backups: 1 });
    expect(holding()).toEqual([]);
    expect(existsSync(path)).toBe(false);
    expect((await client.call('app.state', {})).project).toBeNull();

    const locked = test.ticket(test.path('study.vbtx'));
    await expect(client.call('project.open', { ticket: locked })).rejects.toMatchObject({ code: 'passphrase_needed' });
    await client.call('project.openEncrypted', { ticket: locked, passphrase });
    expect(existsSync(path)).toBe(true);
    expect(await codingsCsv(test)).toBe(csv);
    await client.call('history.undo', {});
    await expect(client.call('protection.lock', { passphrase })).rejects.toMatchObject({ code: 'project_exists' });
    expect(existsSync(path)).toBe(true);
    await client.call('protection.lock', { passphrase: 'quite another one', replace: true });
    await expect(client.call('project.openEncrypted', { ticket: locked, passphrase })).rejects.toMatchObject({
      code: 'passphrase_wrong',
    });
  });
});
