const storageKey = 'verbatim.session';

/** Why there is no session: the printed link has been used up or was never there. */
export type SessionProblem = 'refused' | 'unreachable';

/**
 * The session of this tab in browser mode. The token of the printed link is in the address's fragment and works once; what it is
 * exchanged for lives in sessionStorage, so that a reload keeps the session. The fragment is taken out of the address at once.
 */
export async function obtainSession(): Promise<{ session: string } | { problem: SessionProblem }> {
  const token = /^#token=([\w.~-]+)$/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, '', location.pathname + location.search);
    try {
      const response = await fetch('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      if (response.ok) {
        const { session } = (await response.json()) as { session: string };
        sessionStorage.setItem(storageKey, session);
        return { session };
      }
    } catch {
      return { problem: 'unreachable' };
    }
  }
  const kept = sessionStorage.getItem(storageKey);
  return kept ? { session: kept } : { problem: 'refused' };
}

/** Forgets a session the server no longer accepts. */
export function forgetSession(): void {
  sessionStorage.removeItem(storageKey);
}
