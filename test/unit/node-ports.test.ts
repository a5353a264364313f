import { describe, expect, it } from 'vitest';
import { errorRecord, hostFolders } from '../../electron/core/node-ports.ts';
import { createUuidV7 } from '../../electron/core/uuid-v7.ts';

describe('the folders of a host', () => {
  it('follows the customs of each system', () => {
    expect(hostFolders('linux', {}, '/home/ana')).toEqual({
      data: '/home/ana/.local/share/verbatim',
      projects: '/home/ana/Verbatim',
    });
    expect(hostFolders('linux', { XDG_DATA_HOME: '/data' }, '/home/ana').data).toBe('/data/verbatim');
    expect(hostFolders('linux', { XDG_DATA_HOME: 'relative' }, '/home/ana').data).toBe(
      '/home/ana/.local/share/verbatim',
    );
    expect(hostFolders('darwin', {}, '/Users/ana').data).toBe('/Users/ana/Library/Application Support/Verbatim');
    expect(hostFolders('win32', { APPDATA: '/roaming' }, '/ana').data).toBe('/roaming/Verbatim');
  });

  it('gives way to VERBATIM_DATA and VERBATIM_PROJECTS', () => {
    const environment = { VERBATIM_DATA: '/a', VERBATIM_PROJECTS: '/b', XDG_DATA_HOME: '/c' };
    expect(hostFolders('linux', environment, '/home/ana')).toEqual({ data: '/a', projects: '/b' });
  });
});

describe('the error log', () => {
  it('keeps where an error came from and leaves out what it says', () => {
    const error = Object.assign(new TypeError('cannot read "she told me about her sister"'), { code: 'E_PARSE' });
    const record = errorRecord('id-1', new Date(0), error, 'documents.import');
    expect(JSON.parse(record)).toMatchObject({
      id: 'id-1',
      at: '1970-01-01T00:00:00.000Z',
      where: 'documents.import',
      name: 'TypeError',
      code: 'E_PARSE',
    });
    expect(record).not.toContain('sister');
    expect(record).toContain('node-ports.test.ts');
    expect(record).not.toContain('\n');
  });

  it('takes what is thrown without being an error', () => {
    expect(JSON.parse(errorRecord('id', new Date(0), 'secret words', 'x'))).toMatchObject({
      name: 'string',
      frames: [],
    });
  });
});

describe('identifiers', () => {
  it('are UUIDv7 of the time they were minted at, in order, though the clock stands or goes back', () => {
    const times = [5, 1_700_000_000_000, ...Array.from({ length: 5000 }, () => 1_700_000_000_000), 1_600_000_000_000];
    let call = 0;
    const next = createUuidV7({ now: () => new Date(times[call++]!) });
    const ids = times.map(() => next<'code'>());
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(Number.parseInt(ids[1]!.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
