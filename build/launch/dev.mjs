// `npm run dev`: the page with hot reload, and a core that starts again when its sources change.
import './require-node.mjs';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer as createProbe } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { rendererConfig } = await import('../vite/renderer.ts');

const port = await new Promise((resolve) => {
  const probe = createProbe().listen(0, '127.0.0.1', () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const secret = randomBytes(32).toString('base64url');
const core = spawn(
  process.execPath,
  [
    '--watch',
    '--watch-preserve-output',
    'electron/verbatim.ts',
    'serve',
    '--port',
    String(port),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, VERBATIM_DEV_SECRET: secret } },
);

// The core accepts its own address only; the page's requests are passed on as if they came from there.
const target = `http://127.0.0.1:${port}`;
const asOwn = (proxy) => {
  const rename = (request) => request.setHeader('origin', target);
  proxy.on('proxyReq', rename);
  proxy.on('proxyReqWs', rename);
};
const server = await createServer({
  ...rendererConfig,
  server: {
    host: '127.0.0.1',
    proxy: {
      '/session': { target, changeOrigin: true, configure: asOwn },
      '/socket': { target, changeOrigin: true, ws: true, configure: asOwn },
    },
  },
});
await server.listen();
console.log(`Verbatim (development) is open at ${server.resolvedUrls.local[0]}#token=${secret}`);

const stop = async () => {
  core.kill('SIGTERM');
  await server.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
core.on('exit', () => void stop());
