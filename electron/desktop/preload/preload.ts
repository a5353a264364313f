import { ipcRenderer } from 'electron';

/**
 * Hands the page its port to the core and nothing else: a context bridge cannot carry a port, so it goes once, by
 * message, to our own origin only.
 */
ipcRenderer.once('core-port', (event) => {
  window.postMessage('verbatim:port', location.origin, event.ports);
});
// The page's scripts have run by then and listen.
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('core-port'), { once: true });
