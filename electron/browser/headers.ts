import type { IncomingMessage } from 'node:http';

/** What a request claims about itself, as the checks need it. */
export type Claims = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
};

export function claimsOf(request: IncomingMessage): Claims {
  const site = request.headers['sec-fetch-site'];
  return {
    method: request.method ?? '',
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: Array.isArray(site) ? site.join() : site,
  };
}

/**
 * Why a request is turned away before anything is read of it, as an HTTP status; null if it may go on. Only the exact
 * address that was printed is served (421 otherwise, `localhost` too, so that no foreign name can point here), and
 * whatever can change state must come from our own page.
 */
export function refusal(claims: Claims, address: string): 403 | 421 | null {
  if (claims.host !== address) return 421;
  const own = `http://${address}`;
  if (claims.method === 'GET' || claims.method === 'HEAD') {
    return claims.origin === undefined || claims.origin === own ? null : 403;
  }
  if (claims.origin !== own) return 403;
  return claims.fetchSite === undefined || claims.fetchSite === 'same-origin' ? null : 403;
}

/** An upgrade to a WebSocket is a GET that can change state: its origin must be named and ours. */
export function upgradeRefusal(claims: Claims, address: string): 403 | 421 | null {
  if (claims.host !== address) return 421;
  return claims.origin === `http://${address}` ? null : 403;
}
