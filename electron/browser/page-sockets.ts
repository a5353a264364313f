import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageLimit } from '../../shared/contract/message.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { claimsOf, upgradeRefusal } from './headers.ts';
import { closeCodes, type Sessions } from './session.ts';
import { websocketTransport } from './websocket-transport.ts';

/** The sockets of pages: many may knock, the one whose session holds the place at the core is served. */
export class PageSockets {
  private readonly sessions: Sessions;
  private readonly serve: (transport: Transport) => void;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('verbatim') ? 'verbatim' : false),
  });
  private held: WebSocket | null = null;

  constructor(sessions: Sessions, serve: (transport: Transport) => void) {
    this.sessions = sessions;
    this.serve = serve;
  }

  /** Answers an upgrade: the protocols offered are `verbatim`, the session and, to take the place over, `takeover`. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer, address: string): void {
    stream.on('error', () => stream.destroy());
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const session = offered[1];
    const status = upgradeRefusal(claimsOf(request), address) ?? (request.url === '/socket' ? null : 404);
    if (status !== null || offered[0] !== 'verbatim' || !session || !/^[\w-]{20,128}$/.test(session)) {
      stream.end(`HTTP/1.1 ${status ?? 403} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, stream, head, (socket) =>
      this.connect(socket, session, offered[2] === 'takeover'),
    );
  }

  /** Tells every page that Verbatim has ended. */
  close(): void {
    for (const socket of this.sockets.clients) socket.close(1001, 'Verbatim has ended');
  }

  /** Ends the connections of pages that do not answer. */
  terminate(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private connect(socket: WebSocket, session: string, takeover: boolean): void {
    const admission = this.sessions.admit(session, takeover);
    if (admission === 'unknown') socket.close(closeCodes.invalid, 'session unknown');
    if (admission === 'in_use') socket.close(closeCodes.elsewhere, 'open in another window');
    if (admission !== 'admitted') {
      socket.on('error', () => socket.terminate());
      return;
    }
    this.held?.close(closeCodes.elsewhere, 'continued in another window');
    this.held = socket;
    socket.once('close', () => {
      if (this.held !== socket) return;
      this.held = null;
      this.sessions.release(session);
    });
    this.serve(websocketTransport(socket));
  }
}
