import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Plugin } from 'vite';
import { createRoomCode, createSecret, normalizeRoomCode } from '../src/class/room-code.ts';
import { lanAddresses } from '../src/class/server/lan-addresses.ts';
import { createRoom, type Room } from '../src/class/server/room.ts';
import { gzipAssets } from './gzip-assets.ts';
import { BUILT, serveBuiltApp } from './serve.ts';

export interface ServedClass {
  readonly room: Room;
  /** The instructor's page, with the key. */
  readonly instructorUrl: string;
  /** Where participants find the room, the likeliest first; each with the room's code in it. */
  readonly urls: readonly string[];
  close(): Promise<void>;
}

export interface ClassOptions {
  readonly port: number | undefined;
  /** `127.0.0.1` for a room that nobody else reaches. */
  readonly host?: string;
  readonly onPutOut?: Parameters<typeof createRoom>[0]['onPutOut'];
}

/** The built page and one room, on one port. */
export async function serveClass({ port, host = '0.0.0.0', onPutOut }: ClassOptions): Promise<ServedClass> {
  const code = createRoomCode(randomBytes);
  const key = createSecret(randomBytes);
  const room = createRoom({ code, key, ...(onPutOut && { onPutOut }) });
  const served = await serveBuiltApp({
    host,
    plugins: [shortAddress(code), gzipAssets(BUILT)],
    ...(port !== undefined && { port }),
  });
  served.server.on('upgrade', (request, socket, head) => {
    if (!room.handleUpgrade(request, socket, head)) socket.destroy();
  });
  const { port: taken } = served.server.address() as AddressInfo;
  const found = host === '0.0.0.0' ? lanAddresses(networkInterfaces()) : [host];
  const hosts = found.length > 0 ? found : ['localhost'];
  const addresses = hosts.map((name) => `http://${name}:${taken}/`);
  room.setAddresses(addresses);
  return {
    room,
    instructorUrl: `http://localhost:${taken}/#room=${code}&key=${key}`,
    urls: addresses.map((address) => `${address}#room=${code}`),
    async close() {
      room.close();
      await served.close();
    },
  };
}

/** `http://192.168.1.5:4180/abc234` is short enough to be typed from the wall. */
function shortAddress(code: string): Plugin {
  return {
    name: 'room-address',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').slice(1);
        if (path.length > 12 || normalizeRoomCode(path) !== code) return next();
        response.writeHead(302, { Location: `./#room=${code}`, 'Cache-Control': 'no-store' }).end();
      });
    },
  };
}
