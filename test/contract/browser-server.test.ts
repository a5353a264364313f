import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeCodes } from '../../electron/browser/session.ts';
import { type BrowserServer, startBrowserServer } from '../../electron/browser/server.ts';
import { createDispatcher } from '../../shared/contract/dispatcher.ts';
import { closeCodeOf, openSocket, redeemLink, socketTransport } from '../support/websocket-client.ts';
import { createClient } from '../../shared/contract/client.ts';
import { messageLimit } from '../../shared/contract/message.ts';
import { smallHandlers } from '../support/handlers.ts';

let server: BrowserServer;
const page = Buffer.from('<!doctype html><style nonce="__NONCE__"></style><script src="/a.js"></script>');

beforeEach(async () => {
  const { handlers } = smallHandlers();
  const dispatcher = createDispatcher({ handlers, logError: () => 'logged', validateOutput: true });
  server = await startBrowserServer({
    files: new Map([
      ['/', { type: 'text/html; charset=utf-8', bytes: page }],
      ['/a.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('1') }],
    ]),
    port: 0,
    serve: (transport) => dispatcher.serve(transport),
  });
});
afterEach(() => server.close());

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** One request exactly as given: no client library that corrects paths or headers. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  const [host, port] = server.address.split(':') as [string, string];
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path, headers: { Host: server.address, ...headers } }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The HTTP status with which an upgrade is refused, or 101. */
function upgradeStatus(path: string, protocols: string[], headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://${server.address}${path}`, protocols, { headers });
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.close();
      resolve(101);
    });
    socket.once('unexpected-response', (sent, response) => {
      resolve(response.statusCode!);
      sent.destroy();
    });
    socket.on('error', () => {});
  });
}

describe('the page', () => {
  it('comes with a strict policy and a nonce of its own each time', async () => {
    const first = await ask('GET', '/');
    const second = await ask('GET', '/');
    expect(first.status).toBe(200);
    const nonce = /nonce-([A-Za-z0-9+/=]+)'/.exec(String(first.headers['content-security-policy']))![1]!;
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://${server.address}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
    );
    expect(first.body).toContain(`nonce="${nonce}"`);
    expect(first.body).not.toContain('__NONCE__');
    expect(second.body).not.toContain(nonce);
  });

  it.each(['/', '/a.js', '/none'])('says what every answer says at %s', async (path) => {
    const { headers } = await ask('GET', path);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('answers HEAD like GET without the body', async () => {
    const head = await ask('HEAD', '/a.js');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe('1');
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '//a.js',
    '/a.js/',
    '/constructor',
    '/__proto__',
    '/A.js',
    '/..',
  ])('has nothing at %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  it.each(['localhost', 'evil.example', '0.0.0.0'])('is not served to host %s', async (name) => {
    const port = server.address.split(':')[1]!;
    expect((await ask('GET', '/', { Host: `${name}:${port}` })).status).toBe(421);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('knows no %s', async (method) => {
    expect((await ask(method, '/', { Origin: `http://${server.address}` })).status).toBe(405);
  });
});

describe('a session', () => {
  const json = { 'Content-Type': 'application/json' };
  const post = (headers: Record<string, string>, body: string): Promise<Answer> =>
    ask('POST', '/session', { ...json, Origin: `http://${server.address}`, ...headers }, body);
  const token = (): string => server.freshLink().split('token=')[1]!;

  it('is given once for a link', async () => {
    const link = server.freshLink();
    expect(await redeemLink(link)).toMatch(/^[\w-]{43}$/);
    expect(await redeemLink(link)).toBe(403);
  });

  it('needs host, origin and token, each by itself', async () => {
    const good = token();
    expect((await post({ Host: 'localhost:1' }, JSON.stringify({ token: good }))).status).toBe(421);
    expect((await post({ Origin: 'http://evil.example' }, JSON.stringify({ token: good }))).status).toBe(403);
    expect((await ask('POST', '/session', json, JSON.stringify({ token: good }))).status).toBe(403);
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' }, JSON.stringify({ token: good }))).status).toBe(403);
    expect((await post({ 'Content-Type': 'text/plain' }, JSON.stringify({ token: good }))).status).toBe(403);
    expect((await post({}, JSON.stringify({ token: `${good}x` }))).status).toBe(403);
    // None of the refusals has used the token up.
    expect((await post({}, JSON.stringify({ token: good }))).status).toBe(200);
  });

  it.each(['', '{', 'null', '[]', '{"token":null}', '{"token":{"length":43}}', '{"token":["x"]}'])(
    'is refused for the body %j',
    async (body) => {
      expect((await post({}, body)).status).toBe(403);
    },
  );

  it('takes no long body', async () => {
    expect((await post({}, 'x'.repeat(5000))).status).toBe(413);
  });

  it('has no other address to post to', async () => {
    expect((await ask('POST', '/', { ...json, Origin: `http://${server.address}` }, '{}')).status).toBe(404);
  });
});

describe('a socket', () => {
  const session = async (): Promise<string> => String(await redeemLink(server.freshLink()));
  const opened = (socket: WebSocket): Promise<void> =>
    new Promise((resolve) => {
      socket.once('open', resolve);
    });

  it('needs host, origin and session, each by itself', async () => {
    const good = ['verbatim', await session()];
    const origin = { Origin: `http://${server.address}` };
    expect(await upgradeStatus('/socket', good, { ...origin, Host: 'localhost:1' })).toBe(421);
    expect(await upgradeStatus('/socket', good, { Origin: 'http://evil.example' })).toBe(403);
    expect(await upgradeStatus('/socket', good, {})).toBe(403);
    expect(await upgradeStatus('/socket', ['verbatim'], origin)).toBe(403);
    expect(await upgradeStatus('/socket', ['other', good[1]!], origin)).toBe(403);
    expect(await upgradeStatus('/other', good, origin)).toBe(404);
    expect(await upgradeStatus('/socket', good, origin)).toBe(101);
  });

  it('of an unknown session is closed before anything it says is heard', async () => {
    const socket = openSocket(server.address, 'x'.repeat(43));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'call', call: 1, method: 'settings.get', input: {} })));
    let heard = false;
    socket.on('message', () => (heard = true));
    expect(await closeCodeOf(socket)).toBe(closeCodes.invalid);
    expect(heard).toBe(false);
  });

  it("gives way to a newer one of its session, is refused for another's, and can be taken over", async () => {
    const mine = await session();
    const other = await session();
    const first = openSocket(server.address, mine);
    await opened(first);
    const firstClosed = closeCodeOf(first);
    const second = openSocket(server.address, mine);
    await opened(second);
    expect(await firstClosed).toBe(closeCodes.elsewhere);
    expect(await closeCodeOf(openSocket(server.address, other))).toBe(closeCodes.elsewhere);
    const secondClosed = closeCodeOf(second);
    const third = openSocket(server.address, other, 'takeover');
    await opened(third);
    expect(await secondClosed).toBe(closeCodes.elsewhere);
    const client = createClient(socketTransport(third));
    expect(await client.call('settings.set', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
    third.close();
  });

  it('is free for another once its holder has gone', async () => {
    const first = openSocket(server.address, await session());
    await opened(first);
    first.close();
    await closeCodeOf(first);
    const second = openSocket(server.address, await session());
    const client = createClient(socketTransport(second));
    expect(await client.call('settings.set', {})).toMatchObject({ theme: 'system' });
    second.close();
  });

  it('lives on after messages that are none', async () => {
    const socket = openSocket(server.address, await session());
    const client = createClient(socketTransport(socket));
    await opened(socket);
    const noise: (string | Buffer)[] = [
      'no json',
      'null',
      '[]',
      '"text"',
      '{}',
      '{"type":"call"}',
      '{"type":"call","call":"1","method":"settings.set","input":{}}',
      '{"type":"call","call":1,"method":{},"input":{}}',
      '{"type":"event","event":{}}',
      '{"type":"answer","call":1,"output":{}}',
      '{"type":"cancel","call":99}',
      Buffer.from([0, 255, 1]),
    ];
    for (const message of noise) socket.send(message);
    expect(await client.call('settings.set', { theme: 'light' })).toMatchObject({ theme: 'light' });
    await expect(client.call('constructor' as 'settings.get', {})).rejects.toMatchObject({ code: 'unknown_method' });
    await expect(client.call('__proto__' as 'settings.get', {})).rejects.toMatchObject({ code: 'unknown_method' });
    socket.close();
  });

  it('is closed for a message beyond the limit, and the server goes on', async () => {
    const socket = openSocket(server.address, await session());
    await opened(socket);
    const closed = closeCodeOf(socket);
    socket.send('x'.repeat(messageLimit + 1));
    expect(await closed).toBe(1009);
    expect((await ask('GET', '/')).status).toBe(200);
  });

  it('carries a whole piece of an upload', async () => {
    const socket = openSocket(server.address, await session());
    const client = createClient(socketTransport(socket));
    const base64 = 'A'.repeat(Math.ceil((1 << 20) / 3) * 4);
    expect(await client.call('files.append', { ticket: 'x', base64 })).toEqual({ received: base64.length });
    socket.close();
  });
});

describe('the server', () => {
  it('listens on the loopback address only', () => {
    expect(server.address).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it('outlives what is not HTTP', async () => {
    const port = Number(server.address.split(':')[1]);
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
    expect((await ask('GET', '/')).status).toBe(200);
  });

  it('says that a port is taken', async () => {
    const port = Number(server.address.split(':')[1]);
    await expect(startBrowserServer({ files: new Map(), port, serve: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
