/** What the window's page may do; every key is named, none left to a default. */
export const webPreferences = Object.freeze({
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  autoplayPolicy: 'document-user-activation-required',
  v8CacheOptions: 'code',
} as const);

/** Permissions the page may have: only to put text on the clipboard when the user asks. */
export function isPermitted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
