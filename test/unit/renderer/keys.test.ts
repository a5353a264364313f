import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { keysMatch, keysShown } = await import('../../../renderer/app/commands/keys.ts');
const { isStale } = await import('../../../renderer/api/invalidation.ts');

type Press = Parameters<typeof keysMatch>[1];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  it('match with exactly the modifiers named', () => {
    expect(keysMatch('Mod+Z', press('z', { ctrlKey: true }))).toBe(true);
    expect(keysMatch('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(keysMatch('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(keysMatch('S', press('s'))).toBe(true);
    expect(keysMatch('S', press('s', { altKey: true }))).toBe(false);
    expect(keysMatch('Shift+Tab', press('Tab', { shiftKey: true }))).toBe(true);
    expect(keysMatch('Tab', press('Tab', { shiftKey: true }))).toBe(false);
  });

  it('match signs whatever it takes to type them', () => {
    expect(keysMatch('?', press('?', { shiftKey: true }))).toBe(true);
    expect(keysMatch('Alt++', press('+', { altKey: true, shiftKey: true }))).toBe(true);
  });

  it('match letters by their place where the layout types no Latin, and digits above the letters', () => {
    expect(keysMatch('M', press('ь', { code: 'KeyM' }))).toBe(true);
    expect(keysMatch('M', press('x', { code: 'KeyM' }))).toBe(false);
    expect(keysMatch('1', press('&', { code: 'Digit1' }))).toBe(true);
  });

  it('are shown as they are pressed', () => {
    expect(keysShown('Mod+Shift+Z')).toBe('Ctrl Shift Z');
    expect(keysShown('ArrowDown')).toBe('↓');
    expect(keysShown(' ')).toBe('Space');
  });
});

describe('cached answers', () => {
  it('go stale with their tables, and with any change where nothing is known', () => {
    expect(isStale('codings.ofDocument', ['coding'])).toBe(true);
    expect(isStale('documents.get', ['coding', 'selection'])).toBe(false);
    expect(isStale('settings.get', ['code'])).toBe(false);
    expect(isStale('history.state', ['anything'])).toBe(true);
    expect(isStale('agreement.compute', ['coder_document'])).toBe(true);
  });
});
