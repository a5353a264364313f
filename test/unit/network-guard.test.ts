import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../electron/core/network-guard.ts';

const guard = new URL('../../electron/core/network-guard.ts', import.meta.url).href;

/** Runs one attempt in a process of its own with the guard in place; answers what became of it. */
async function attempt(code: string): Promise<string> {
  const program = `
    import { installNetworkGuard } from ${JSON.stringify(guard)};
    installNetworkGuard(); installNetworkGuard();
    const say = (error) => { let cause = error; while (cause.cause) cause = cause.cause; console.log(cause.code ?? cause.message); process.exit(); };
    process.on('uncaughtException', say);
    try { await (async () => { ${code} })(); console.log('passed'); process.exit(); } catch (error) { say(error); }
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program]);
  return stdout.trim();
}

describe('the network guard', () => {
  const outward: Record<string, string> = {
    'a socket to an address': `const net = await import('node:net'); net.connect(80, '192.0.2.1');`,
    'a socket to a name': `const net = await import('node:net'); net.connect({ port: 80, host: 'example.org' });`,
    'a socket made by hand': `const net = await import('node:net'); new net.Socket().connect(80, '192.0.2.1');`,
    TLS: `const tls = await import('node:tls'); tls.connect(443, '192.0.2.1');`,
    http: `const http = await import('node:http'); await new Promise((_, no) => http.get('http://192.0.2.1/').on('error', no));`,
    https: `const https = await import('node:https'); await new Promise((_, no) => https.get('https://example.org/').on('error', no));`,
    fetch: `await fetch('http://192.0.2.1/');`,
    'fetch of a name': `await fetch('https://example.org/');`,
    http2: `const http2 = await import('node:http2'); await new Promise((_, no) => http2.connect('http://192.0.2.1').on('error', no));`,
    'a web socket': `const { WebSocket } = await import('ws'); await new Promise((_, no) => new WebSocket('ws://192.0.2.1/').on('error', no));`,
    'a datagram': `const dgram = await import('node:dgram'); dgram.createSocket('udp4').send('x', 53, '192.0.2.1');`,
    'a connected datagram': `const dgram = await import('node:dgram'); dgram.createSocket('udp4').connect(53, '192.0.2.1');`,
    'a look-up': `const dns = await import('node:dns'); dns.lookup('example.org', () => {});`,
    'a named import of a look-up': `const { lookup } = await import('node:dns/promises'); await lookup('example.org');`,
    'a resolution': `const dns = await import('node:dns/promises'); await dns.resolve4('example.org');`,
    "a resolver's resolution": `const dns = await import('node:dns'); new dns.Resolver().resolveTxt('example.org', () => {});`,
  };
  it.each(Object.entries(outward))('fires on %s', async (_what, code) => {
    expect(await attempt(code)).toBe('ERR_NETWORK_GUARD');
  });

  it('lets loopback pass: a server, a client, fetch and a pipe', async () => {
    const answer = await attempt(`
      const http = await import('node:http');
      const net = await import('node:net');
      const server = http.createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
      await new Promise((done) => server.once('listening', done));
      const { port } = server.address();
      if (await (await fetch('http://127.0.0.1:' + port)).text() !== 'here') throw new Error('fetch');
      await new Promise((done, no) => net.connect(port, 'localhost', done).on('error', (error) => error.code === 'ECONNREFUSED' ? done() : no(error)));
      await new Promise((done) => net.connect('/nowhere/at-all.sock').on('error', done));
    `);
    expect(answer).toBe('passed');
  });
});

describe('the browser host', () => {
  it('runs behind the guard: code that reaches out from within is stopped', async () => {
    // Reaches out at the moment the host says that it is open, tells what came of it, and ends the host.
    const provocation = `
      const write = process.stdout.write.bind(process.stdout);
      process.stdout.write = (text, ...more) => {
        if (String(text).startsWith('Verbatim is open')) fetch('http://192.0.2.1/').catch(({ cause, message }) => {
          console.error(cause?.code ?? message);
          process.kill(process.pid, 'SIGTERM');
        });
        return write(text, ...more);
      };`;
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-guard-'));
    const run = promisify(execFile);
    const { stdout, stderr } = await run(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(provocation)}`, 'build/launch/verbatim.mjs', 'serve'],
      {
        env: { ...process.env, VERBATIM_DATA: folder, VERBATIM_PROJECTS: folder, VERBATIM_DEV_SECRET: 'x'.repeat(43) },
      },
    );
    rmSync(folder, { recursive: true, force: true });
    expect(stdout).toContain('Verbatim is open at http://127.0.0.1:');
    expect(stderr.trim()).toBe('ERR_NETWORK_GUARD');
  });
});

describe('what counts as this machine', () => {
  it.each(['127.0.0.1', '127.9.9.9', 'localhost', 'LOCALHOST', '::1', '[::1]', '::ffff:127.0.0.1'])(
    '%s does',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  it.each([
    '128.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '127.evil',
    '127.1.example',
    '::',
    '::2',
    'fe80::1',
    '::ffff:10.0.0.1',
    '',
    '2130706433',
  ])('%s does not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
