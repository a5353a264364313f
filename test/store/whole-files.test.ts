import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/core/export/write-whole.ts';
import { smallDisk } from '../support/mounted-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

describe('a file that is written whole or not at all', () => {
  it('takes the place of what stood there, and leaves nothing beside it', () => {
    const folder = tempFolder();
    const path = join(folder, 'report.html');
    writeFileSync(path, 'before');
    writeWhole(path, Buffer.from('after'));
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['report.html']);
  });

  it('says which file cannot be written where there is no such folder or it is a folder itself', () => {
    const folder = tempFolder();
    expect(() => writeWhole(join(folder, 'none', 'report.html'), Buffer.from('x'))).toThrow(
      expect.objectContaining({ code: 'folder_not_found', params: { file: 'report.html' } }),
    );
    mkdirSync(join(folder, 'report.html'));
    expect(() => writeWhole(join(folder, 'report.html'), Buffer.from('x'))).toThrow(
      expect.objectContaining({ code: 'project_exists', params: { file: 'report.html' } }),
    );
  });

  it('leaves what stood there in a folder that may not be written', (context) => {
    if (process.getuid?.() === 0) return context.skip('the superuser writes everywhere');
    const folder = tempFolder();
    const path = join(folder, 'report.html');
    writeFileSync(path, 'before');
    chmodSync(folder, 0o500);
    try {
      expect(() => writeWhole(path, Buffer.from('after'))).toThrow(
        expect.objectContaining({ code: 'folder_read_only' }),
      );
      expect(readFileSync(path, 'utf8')).toBe('before');
    } finally {
      chmodSync(folder, 0o700);
    }
    return undefined;
  });

  it('leaves what stood there and no half of the new on a full disk', (context) => {
    const disk = smallDisk(1);
    if (disk === null) return context.skip('this user cannot mount a small disk');
    const path = join(disk, 'report.html');
    writeFileSync(path, 'before');
    expect(() => writeWhole(path, Buffer.alloc(4 * 2 ** 20))).toThrow(
      expect.objectContaining({ code: 'disk_full', params: { file: 'report.html' } }),
    );
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(disk).filter((name) => name.includes('report'))).toEqual(['report.html']);
    return undefined;
  });
});

describe('a report', () => {
  it('to a full disk or into a folder that may not be written is refused by name and leaves no half file', async (context) => {
    const disk = smallDisk(1);
    if (disk === null) return context.skip('this user cannot mount a small disk');
    const folder = tempFolder();
    await runVerbatim(folder, 'sample', 's.vbt');
    const [full, locked] = [join(disk, 'full.html'), join(folder, 'none', 'report.html')];
    writeFileSync(full, 'before');
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(2 ** 20 - 64 * 1024));
    const write = (path: string) =>
      runVerbatim(folder, 'report', 's.vbt', '--kind', 'cooccurrence', '--format', 'html', '-o', path);
    const onDisk = await write(full);
    const nowhere = await write(locked);
    expect([onDisk.code, nowhere.code]).toEqual([1, 1]);
    expect(onDisk.error).toContain('full.html');
    expect(nowhere.error).toContain('report.html');
    expect(readFileSync(full, 'utf8')).toBe('before');
    expect(readdirSync(disk).sort()).toEqual(['ballast', 'full.html']);
    return undefined;
  }, 60_000);

  it('onto a disk that is mounted to be read only is refused by name and leaves nothing', async (context) => {
    const disk = smallDisk(1);
    if (disk === null) return context.skip('this user cannot mount a small disk');
    if (spawnSync('mount', ['-o', 'remount,ro', disk]).status !== 0)
      return context.skip('this user cannot make a disk read only');
    const folder = tempFolder();
    await runVerbatim(folder, 'sample', 's.vbt');
    const path = join(disk, 'report.docx');
    const written = await runVerbatim(folder, 'report', 's.vbt', '--kind', 'codebook', '--format', 'docx', '-o', path);
    expect(written.code).toBe(1);
    expect(written.error).toContain('report.docx');
    expect(readdirSync(disk)).toEqual([]);
    return undefined;
  }, 60_000);
});
