import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket as NodeWebSocket } from 'ws';
import type { CloseReason } from '../close-code.ts';
import { type Instructor, leadRoom } from '../instructor.ts';
import type { RoomAddress } from '../link.ts';
import { joinRoom, type Participant } from '../participant.ts';
import { createRoomCode, createSecret } from '../room-code.ts';
import { createRoom, type Room } from '../server/room.ts';

export interface TestRoom {
  readonly room: Room;
  readonly key: string;
  readonly address: RoomAddress;
  /** Why connections were ended, in order. */
  readonly putOut: readonly CloseReason[];
  lead(key?: string): Instructor;
  join(name: string, secret?: string): Participant;
  /** A bare WebSocket, for what no page of ours would send. */
  raw(document: string, params: Record<string, string>): Promise<RawClient>;
  /** Cuts every connection, as Wi-Fi does; who comes while it is down is turned away. */
  cut(): { restore(): void };
  end(): Promise<void>;
}

export interface RawClient {
  readonly received: readonly Uint8Array[];
  /** The code with which the server ended it. */
  readonly ended: Promise<number>;
  send(message: Uint8Array | string): void;
  close(): void;
}

/** The same WebSocket in the browser's type: `ws` has the same events and methods. */
const WebSocketOfNode = NodeWebSocket as unknown as typeof WebSocket;

// Each of y-websocket's providers listens for the end of the process.
process.setMaxListeners(0);

/** A room on a free port of this machine. */
export async function openTestRoom(): Promise<TestRoom> {
  const code = createRoomCode(randomBytes);
  const key = createSecret(randomBytes);
  const putOut: CloseReason[] = [];
  const room = createRoom({ code, key, onPutOut: (reason) => putOut.push(reason) });
  const server = createServer();
  const sockets = new Set<{ destroy(): void }>();
  let down = false;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    if (down || !room.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address: RoomAddress = { server: `ws://127.0.0.1:${port}`, code, WebSocket: WebSocketOfNode };
  const links: { end(): void }[] = [];
  const kept = <T extends { end(): void }>(link: T): T => {
    links.push(link);
    return link;
  };
  return {
    room,
    key,
    address,
    putOut,
    lead: (given = key) => kept(leadRoom(address, given)),
    join: (name, secret = createSecret(randomBytes)) => kept(joinRoom(address, secret, name)),
    async raw(document, params) {
      const socket = new NodeWebSocket(`${address.server}/room/${code}/${document}?${new URLSearchParams(params)}`);
      const received: Uint8Array[] = [];
      const ended = new Promise<number>((resolve) => socket.on('close', resolve));
      socket.on('message', (data: Buffer) => received.push(new Uint8Array(data)));
      socket.on('error', () => {});
      await new Promise((resolve) => socket.once('open', resolve));
      return { received, ended, send: (message) => socket.send(message), close: () => socket.terminate() };
    },
    cut() {
      down = true;
      for (const socket of sockets) socket.destroy();
      return {
        restore() {
          down = false;
        },
      };
    },
    async end() {
      for (const link of links) link.end();
      room.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until it holds. What doesn't come in half a minute doesn't come, on however busy a machine. */
export async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`expected within 30 s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
