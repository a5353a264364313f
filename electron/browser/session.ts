import { timingSafeEqual } from 'node:crypto';

/** What a socket that names a session is told. */
export type Admission = 'admitted' | 'in_use' | 'unknown';

/** WebSocket close codes of the browser host. `elsewhere`: another window has, or has taken, the place. */
export const closeCodes = { elsewhere: 4001, invalid: 4003, tooSlow: 4008 } as const;

/** Links waiting to be opened, tab sessions, and which session holds the one place at the core. */
export type Sessions = {
  /** Mints the token of a new link; it works once. */
  issueToken(): string;
  /** Turns a link's token into a tab session; null if it was never issued or is used up. */
  redeem(token: string): string | null;
  /** Whether a socket of this session may speak: its own older socket gives way, another's only if asked to. */
  admit(session: string, takeover: boolean): Admission;
  /** The session's last socket has gone; the place is free. */
  release(session: string): void;
};

const linksKept = 4;
const sessionsKept = 16;

/** Compares secrets in a time that does not tell how much of them is right. */
export function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The place of the matching secret or -1; compares with every one. */
function indexOfSecret(secrets: readonly string[], given: string): number {
  let found = -1;
  for (const [place, secret] of secrets.entries()) if (sameSecret(secret, given)) found = place;
  return found;
}

/**
 * `randomSecret` mints at least 128 bits as URL-safe text. The oldest links and sessions beyond a few are forgotten.
 * `lasting`, for development only, is a link that does not wear out and is its own session.
 */
export function createSessions(randomSecret: () => string, lasting?: string): Sessions {
  const links: string[] = [];
  const sessions: string[] = lasting === undefined ? [] : [lasting];
  let holder: string | null = null;

  return {
    issueToken() {
      const token = randomSecret();
      links.push(token);
      if (links.length > linksKept) links.shift();
      return token;
    },
    redeem(token) {
      if (lasting !== undefined && sameSecret(lasting, token)) return lasting;
      const place = indexOfSecret(links, token);
      if (place < 0) return null;
      links.splice(place, 1);
      const session = randomSecret();
      sessions.push(session);
      if (sessions.length > sessionsKept) {
        const oldest = sessions.findIndex((candidate) => candidate !== holder && candidate !== lasting);
        sessions.splice(oldest, 1);
      }
      return session;
    },
    admit(session, takeover) {
      if (indexOfSecret(sessions, session) < 0) return 'unknown';
      if (holder !== null && !sameSecret(holder, session) && !takeover) return 'in_use';
      holder = session;
      return 'admitted';
    },
    release(session) {
      if (holder !== null && sameSecret(holder, session)) holder = null;
    },
  };
}
