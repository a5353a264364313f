import { describe, expect, it } from 'vitest';
import { refusal, upgradeRefusal } from '../../electron/browser/headers.ts';
import { createSessions, sameSecret } from '../../electron/browser/session.ts';

function counted(): () => string {
  let count = 0;
  return () => `secret-${++count}`;
}

describe('links and sessions', () => {
  it('redeems a link once', () => {
    const sessions = createSessions(counted());
    const token = sessions.issueToken();
    const session = sessions.redeem(token);
    expect(session).not.toBeNull();
    expect(session).not.toBe(token);
    expect(sessions.redeem(token)).toBeNull();
  });

  it.each(['', 'secret-2', 'secret-1 ', 'Secret-1', 'undefined'])('does not redeem %j', (token) => {
    const sessions = createSessions(counted());
    sessions.issueToken();
    expect(sessions.redeem(token)).toBeNull();
  });

  it('does not take a link for a session, nor a session for a link', () => {
    const sessions = createSessions(counted());
    const token = sessions.issueToken();
    expect(sessions.admit(token, true)).toBe('unknown');
    const session = sessions.redeem(token)!;
    expect(sessions.redeem(session)).toBeNull();
  });

  it('keeps only the newest few links open', () => {
    const sessions = createSessions(counted());
    const tokens = Array.from({ length: 6 }, () => sessions.issueToken());
    expect(tokens.map((token) => sessions.redeem(token) !== null)).toEqual([false, false, true, true, true, true]);
  });

  it('lets a session replace its own socket, and refuses another unless it takes over', () => {
    const sessions = createSessions(counted());
    const first = sessions.redeem(sessions.issueToken())!;
    const second = sessions.redeem(sessions.issueToken())!;
    expect(sessions.admit(first, false)).toBe('admitted');
    expect(sessions.admit(first, false)).toBe('admitted');
    expect(sessions.admit(second, false)).toBe('in_use');
    expect(sessions.admit(second, true)).toBe('admitted');
    expect(sessions.admit(first, false)).toBe('in_use');
  });

  it('gives the place away when its holder has gone, but not when another leaves', () => {
    const sessions = createSessions(counted());
    const first = sessions.redeem(sessions.issueToken())!;
    const second = sessions.redeem(sessions.issueToken())!;
    sessions.admit(first, false);
    sessions.release(second);
    expect(sessions.admit(second, false)).toBe('in_use');
    sessions.release(first);
    expect(sessions.admit(second, false)).toBe('admitted');
  });

  it('never forgets the session that holds the place', () => {
    const sessions = createSessions(counted());
    const first = sessions.redeem(sessions.issueToken())!;
    sessions.admit(first, false);
    for (let count = 0; count < 40; count += 1) sessions.redeem(sessions.issueToken());
    expect(sessions.admit(first, false)).toBe('admitted');
  });

  it('compares secrets by all their bytes', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'ab')).toBe(false);
    expect(sameSecret('é', 'e')).toBe(false);
  });
});

describe('what a request claims', () => {
  const address = '127.0.0.1:4567';
  const own = { method: 'POST', host: address, origin: `http://${address}`, fetchSite: 'same-origin' };

  it('passes for our own page', () => {
    expect(refusal(own, address)).toBeNull();
    expect(refusal({ ...own, fetchSite: undefined }, address)).toBeNull();
    expect(refusal({ ...own, method: 'GET', origin: undefined, fetchSite: 'none' }, address)).toBeNull();
    expect(upgradeRefusal({ ...own, method: 'GET' }, address)).toBeNull();
  });

  it.each([
    undefined,
    'localhost:4567',
    '127.0.0.1',
    '127.0.0.1:4568',
    'evil.example',
    '127.0.0.1:4567.',
    '[::1]:4567',
  ])('is misdirected for host %s', (host) => {
    expect(refusal({ ...own, host }, address)).toBe(421);
    expect(refusal({ ...own, host, method: 'GET' }, address)).toBe(421);
    expect(upgradeRefusal({ ...own, host }, address)).toBe(421);
  });

  it.each([
    undefined,
    'null',
    'http://127.0.0.1:4568',
    'https://127.0.0.1:4567',
    'http://localhost:4567',
    'file://',
    '',
  ])('is forbidden from origin %s', (origin) => {
    expect(refusal({ ...own, origin }, address)).toBe(403);
    expect(upgradeRefusal({ ...own, origin }, address)).toBe(403);
  });

  it('is forbidden from another site even with our origin, and for a page read by another origin', () => {
    expect(refusal({ ...own, fetchSite: 'cross-site' }, address)).toBe(403);
    expect(refusal({ ...own, fetchSite: 'same-site' }, address)).toBe(403);
    expect(refusal({ ...own, method: 'GET', origin: 'http://evil.example' }, address)).toBe(403);
  });
});
