/** Whether a window could be shown here at all. */
function hasDisplay(platform, environment) {
  if (platform !== 'linux') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * @typedef {{ platform: NodeJS.Platform, environment: Record<string, string | undefined>, hasElectron: boolean, isRoot: boolean }} Machine
 * @typedef {{ host: 'desktop' | 'browser', install: boolean, open: boolean, why: string }} Choice
 */

/**
 * Which host `npm start` runs, and the one line that says why if it is not the window. `install`: a try to get
 * Electron's binary would change the answer. `open`: someone is there to see a page.
 * @param {Machine} machine
 * @returns {Choice}
 */
export function chooseHost({ platform, environment, hasElectron, isRoot }) {
  if (!hasDisplay(platform, environment)) {
    return {
      host: 'browser',
      install: false,
      open: false,
      why: 'There is no display here, so Verbatim runs as a page for a browser of this computer.',
    };
  }
  if (platform === 'linux' && isRoot) {
    return {
      host: 'browser',
      install: false,
      open: false,
      why: "Electron's sandbox does not run as root, so Verbatim runs as a page for a browser of this computer.",
    };
  }
  if (!hasElectron) {
    return {
      host: 'browser',
      install: true,
      open: true,
      why: "Electron's program is not installed and could not be fetched, so Verbatim runs as a page of the browser (to try again: npx install-electron --no).",
    };
  }
  return { host: 'desktop', install: false, open: false, why: '' };
}
