/** The desktop window's own address; everything the window may load lies under it. */
export const appAddress = 'app://bundle/';

/** Pages the app may hand to the system's browser: documentation, nothing else. */
const externalHosts: ReadonlySet<string> = new Set(['github.com']);

function parsed(address: string): { protocol: string; host: string; username: string; port: string } | null {
  // The layers below have neither DOM nor Node; every runtime has URL.
  const { URL } = globalThis as unknown as { URL: new (address: string) => ReturnType<typeof parsed> & object };
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Whether an address is of our own window, by parsing it: never by comparing its beginning. */
export function isAppAddress(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === 'app:' && url.host === 'bundle' && url.username === '';
}

/** Whether the window may ask for it at all: its own files, and what it made itself in memory. */
export function isLocalRequest(address: string): boolean {
  if (address.startsWith('data:')) return true;
  if (address.startsWith('blob:')) return isAppAddress(address.slice('blob:'.length));
  return isAppAddress(address);
}

/** Whether the system's browser may be asked to open an address. */
export function isExternalAddress(address: string): boolean {
  const url = parsed(address);
  return (
    url !== null && url.protocol === 'https:' && url.username === '' && url.port === '' && externalHosts.has(url.host)
  );
}
