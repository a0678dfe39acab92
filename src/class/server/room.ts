import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { CLOSE, type CloseReason } from '../close-code.ts';
import { readHand, type Solution } from '../hand.ts';
import { createLeadReader } from '../lead.ts';
import { LIMITS } from '../limits.ts';
import { isSecret } from '../room-code.ts';
import { deleteSeat, writeAddresses, writeHandedIn, writeSeat } from '../roster.ts';
import { createTokenBucket, type TokenBucket } from '../token-bucket.ts';
import { sameText } from './same-text.ts';
import { createPeer } from './peer.ts';
import { createSharedDoc, type Peer, type SharedDoc } from './shared-doc.ts';

/**
 * A class in one room, in memory. Three kinds of documents, and who may do what with each:
 *
 *   lead             the instructor writes (key), everybody reads
 *   hand, one each   its participant writes and reads (a secret of that participant's page), nobody else
 *   roster           the server writes what it has checked of the hands, the instructor reads (key)
 *
 * It holds by what the server applies and sends, and by nothing that a page does.
 */
export interface Room {
  readonly code: string;
  /** Whether this request is for a room here; then it is answered, whatever comes of it. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Tells the instructor's page where the others reach this room. */
  setAddresses(addresses: readonly string[]): void;
  readonly counts: { readonly connections: number; readonly seats: number };
  /** Ends every connection and forgets everything. */
  close(): void;
  /** Settled when the room is closed, by `close` or by the instructor's page. */
  readonly closed: Promise<void>;
}

export interface RoomOptions {
  readonly code: string;
  readonly key: string;
  /** Milliseconds, from any moment on. */
  readonly now?: () => number;
  /** Told of whoever is put out. */
  readonly onPutOut?: (reason: CloseReason, address: string) => void;
}

interface Hand {
  readonly seat: number;
  /** Of the participant's page. */
  readonly secret: string;
  readonly shared: SharedDoc;
  /** Of that page: to this document, and to the one that leads. */
  readonly peers: Set<Peer>;
  /** Has a name now: is in the room. */
  named: boolean;
  solution: Solution | null;
  handedIn: number;
}

/** Changes of many hands are passed on together; short against what the eye notices. */
const GATHER_MS = 20;

const PARTICIPANT = { burst: LIMITS.participantBurst, perSecond: LIMITS.participantPerSecond };
const INSTRUCTOR = { burst: LIMITS.instructorBurst, perSecond: LIMITS.instructorPerSecond };

export function createRoom({ code, key, now = () => performance.now(), onPutOut }: RoomOptions): Room {
  const forParticipants = new WebSocketServer({ noServer: true, maxPayload: LIMITS.participantMessage });
  const forInstructor = new WebSocketServer({ noServer: true, maxPayload: LIMITS.instructorMessage });
  const lead = createSharedDoc({ limit: LIMITS.leadDocument });
  const roster = createSharedDoc({ limit: Number.POSITIVE_INFINITY });
  const readLead = createLeadReader(lead.doc);
  /** By the secret of the participant's page. */
  const hands = new Map<string, Hand>();
  /** Secrets that no longer open anything. */
  const banned = new Map<string, CloseReason>();
  const peers = new Set<Peer>();
  const joins = new Map<string, TokenBucket>();
  let seats = 0;
  let isClosed = false;
  let tellClosed: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });

  const changed = new Set<Hand>();
  let gathering: NodeJS.Timeout | null = null;
  const publish = (hand: Hand): void => {
    changed.add(hand);
    gathering ??= setTimeout(() => {
      gathering = null;
      const hands = [...changed];
      changed.clear();
      roster.doc.transact(() => {
        for (const each of hands) {
          guard(each, () => writeHand(roster, each));
          // Who is gone and has no name wasn't in the room, or has left it: the seat is free again.
          if (each.peers.size === 0 && !each.named) forget(each);
        }
      });
    }, GATHER_MS);
  };

  const openHand = (secret: string): Hand | CloseReason => {
    const known = hands.get(secret);
    if (known) return known.peers.size < LIMITS.connectionsPerSeat ? known : 'full';
    if (hands.size >= LIMITS.seats) return 'full';
    const shared = createSharedDoc({ limit: LIMITS.handDocument });
    const hand: Hand = { seat: ++seats, secret, shared, peers: new Set(), named: false, solution: null, handedIn: 0 };
    shared.doc.on('update', () => publish(hand));
    hands.set(secret, hand);
    return hand;
  };

  const forget = (hand: Hand): void => {
    hands.delete(hand.secret);
    changed.delete(hand);
    deleteSeat(roster.doc, hand.seat);
    hand.shared.destroy();
  };

  /** For good: who has flooded the room can't come back to that seat. */
  const putOut = (hand: Hand, reason: CloseReason): void => {
    if (hands.get(hand.secret) !== hand) return;
    banned.set(hand.secret, reason);
    forgetOldest(banned);
    forget(hand);
    for (const peer of [...hand.peers]) peer.close(reason);
  };

  /** Whatever somebody has put together that no check foresaw costs that seat, and not the room. */
  const guard = (hand: Hand, act: () => void): void => {
    try {
      act();
    } catch {
      putOut(hand, 'garbage');
    }
  };

  const leaveHand = (hand: Hand, reason: CloseReason | null): void => {
    if (hands.get(hand.secret) !== hand) return;
    if (reason !== null) putOut(hand, reason);
    else publish(hand);
  };

  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    if (gathering) clearTimeout(gathering);
    for (const peer of [...peers]) peer.close('closed');
    for (const hand of hands.values()) hand.shared.destroy();
    hands.clear();
    banned.clear();
    joins.clear();
    changed.clear();
    lead.destroy();
    roster.destroy();
    tellClosed();
  };

  // What the instructor asks of the server is in the document that leads.
  lead.doc.on('update', () => {
    const { removed, closed: ended } = readLead();
    if (removed) {
      for (const hand of [...hands.values()]) if (removed.includes(hand.seat)) putOut(hand, 'removed');
    }
    // Not from within the update that says so.
    if (ended) setTimeout(close);
  });

  const serve = (socket: WebSocket, address: string, place: Place): void => {
    const peer: Peer = createPeer(socket, place.hand ? PARTICIPANT : INSTRUCTOR, now, {
      onMessage: (message) => place.shared.receive(peer, message),
      onGone: (reason) => {
        peers.delete(peer);
        place.shared.leave(peer);
        place.hand?.peers.delete(peer);
        if (reason && reason !== 'closed') onPutOut?.(reason, address);
        if (place.hand && !isClosed) leaveHand(place.hand, reason);
      },
    });
    peers.add(peer);
    place.hand?.peers.add(peer);
    place.shared.join(peer, place.access);
    if (place.hand) publish(place.hand);
  };

  const findPlace = (name: string, given: URLSearchParams, leads: boolean): Place | CloseReason => {
    if (isClosed) return 'closed';
    if (peers.size >= LIMITS.connections) return 'full';
    if (leads && name === 'lead') return { shared: lead, access: 'write', hand: null };
    if (leads && name === 'roster') return { shared: roster, access: 'read', hand: null };
    if (given.has('key')) return 'wrongKey';
    const secret = given.get('seat') ?? '';
    if ((name !== 'hand' && name !== 'lead') || !isSecret(secret)) return 'garbage';
    const ban = banned.get(secret);
    if (ban) return ban;
    const hand = openHand(secret);
    if (typeof hand === 'string') return hand;
    return name === 'lead' ? { shared: lead, access: 'read', hand } : { shared: hand.shared, access: 'write', hand };
  };

  return {
    code,
    closed,
    close,
    setAddresses: (addresses) => writeAddresses(roster.doc, addresses),
    get counts() {
      return { connections: peers.size, seats: hands.size };
    },
    handleUpgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://room');
      const path = /^\/room\/([^/]{1,16})\/([a-z]{1,16})$/.exec(url.pathname);
      if (!path) return false;
      const address = request.socket.remoteAddress ?? '';
      socket.on('error', () => {});
      if (!isSameOrigin(request) || !mayJoin(joins, address, now())) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return true;
      }
      const given = url.searchParams;
      const leads = path[1] === code && given.has('key') && sameText(given.get('key') ?? '', key);
      (leads ? forInstructor : forParticipants).handleUpgrade(request, socket, head, (webSocket) => {
        const place = path[1] === code ? findPlace(path[2] ?? '', given, leads) : 'noRoom';
        // Said over the WebSocket, as a page doesn't learn why an upgrade was refused.
        if (typeof place === 'string') refuse(webSocket, place);
        else serve(webSocket, address, place);
      });
      return true;
    },
  };
}

interface Place {
  readonly shared: SharedDoc;
  readonly access: 'read' | 'write';
  /** Null for the instructor. */
  readonly hand: Hand | null;
}

function refuse(socket: WebSocket, reason: CloseReason): void {
  socket.on('error', () => {});
  socket.close(CLOSE[reason], reason);
  const hangUp = setTimeout(() => socket.terminate(), 1_000);
  socket.once('close', () => clearTimeout(hangUp));
}

/** What is in order of a hand goes to where the instructor reads it. */
function writeHand(roster: SharedDoc, hand: Hand): void {
  const { name, place, answers, results, solution } = readHand(hand.shared.doc);
  hand.named = name !== '';
  if (solution && (solution.text !== hand.solution?.text || solution.title !== hand.solution.title)) {
    hand.solution = solution;
    hand.handedIn += 1;
    writeHandedIn(roster.doc, hand.seat, solution);
  }
  writeSeat(roster.doc, {
    seat: hand.seat,
    name,
    here: hand.peers.size > 0,
    place,
    answers,
    results,
    handedIn: hand.solution && { title: hand.solution.title, number: hand.handedIn },
  });
}

/** A page of another site can't join for its visitor. What isn't a browser sends no origin. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

function mayJoin(joins: Map<string, TokenBucket>, address: string, now: number): boolean {
  let bucket = joins.get(address);
  if (!bucket) {
    bucket = createTokenBucket(LIMITS.joinBurst, LIMITS.joinsPerSecond);
    joins.set(address, bucket);
    forgetOldest(joins);
  }
  return bucket.take(1, now);
}

/** What somebody could make grow by coming again and again stays small. */
function forgetOldest(map: Map<string, unknown>): void {
  if (map.size <= LIMITS.remembered) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
