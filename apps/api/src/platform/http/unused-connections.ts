import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Browsers and clients open connections ahead of need. Node ends idle connections when a server closes, but not those
 * that have never carried a request: each would hold the shutdown for a minute. These are ended here.
 */
export function endUnusedConnections(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const unused = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.server.on('request', ({ socket }: { socket: Socket }) => unused.delete(socket));
  server.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
  });
}
