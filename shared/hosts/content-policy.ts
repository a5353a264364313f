/**
 * The content security policy of the desktop window and the browser page. `nonce` is new for every response: the
 * primitives library adds two small style elements and honours it. `connect` names the host's own socket origin, if any.
 */
function contentSecurityPolicy(nonce: string, connect: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${connect === null ? '' : ` ${connect}`}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The headers of every answer, whatever it carries. */
export function securityHeaders(nonce: string, connect: string | null): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce, connect),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  };
}

/** The mark in index.html that the host replaces by the response's nonce. */
export const nonceMark = '__NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** The media type of a file of the built renderer by its name; null for a kind that is not served. */
export function contentType(name: string): string | null {
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1];
  return extension !== undefined && Object.hasOwn(contentTypes, extension) ? contentTypes[extension]! : null;
}
