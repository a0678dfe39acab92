import type { AbortCause, Origin, WaitCause } from '../model/events.ts';
import type { TxIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';

/** How a location is called on screen: `pool.reserve0`. */
export type LocationName = (location: Location) => string;

/** Why transaction `tx`'s result was thrown away, as one clause: "3 read pool.reserve0 before 2 wrote it". */
export function abortSentence(tx: TxIndex, cause: AbortCause, name: LocationName): string {
  const location = name(cause.location);
  if (cause.kind === 'estimate') return `${tx} met ${location}, which ${cause.by} will write again`;
  if (cause.by === null) return `${tx} read ${location}, which has changed since`;
  const { read, by } = cause;
  if (read.kind === 'version' && read.version.tx === by) {
    return `${tx} read ${location} from run ${read.version.incarnation} of ${by}, which started over`;
  }
  if (read.kind === 'version' && read.version.tx > by) {
    return `${tx} read ${location} from ${read.version.tx}, which no longer writes it`;
  }
  return `${tx} read ${location} before ${by} wrote it`;
}

/** A read with what was seen, and from whom: "read pool.reserve0, written by 2 (run 0)". */
export function readSentence(location: Location, origin: Origin, name: LocationName): string {
  switch (origin.kind) {
    case 'prestate':
      return `read ${name(location)} as it was before the block`;
    case 'list':
      return origin.index === 0
        ? `read ${name(location)}, from the block access list`
        : `read ${name(location)}, from the block access list: after ${origin.index - 1}`;
    case 'version':
      return `read ${name(location)}, written by ${origin.version.tx} (run ${origin.version.incarnation})`;
    case 'sum':
      return `read ${name(location)}, a sum of ${origin.terms} additions`;
  }
}

/** Why a lane has nothing to do: "3 waits for 2: pool.reserve0". */
export function waitSentence(cause: WaitCause, name: LocationName): string {
  switch (cause.kind) {
    case 'dependency':
      return cause.location === undefined
        ? `${cause.tx} waits for ${cause.on}`
        : `${cause.tx} waits for ${cause.on}: ${name(cause.location)}`;
    case 'lock':
      return `${cause.tx} waits for ${cause.on}: lock on ${lockName(cause, name)}`;
    case 'commit':
      return `${cause.tx} waits for ${cause.on} to commit`;
    case 'prefetch':
      return `loading ${cause.locations} ${cause.locations === 1 ? 'location' : 'locations'} that the list names`;
    case 'barrier':
      return `others are still at work on round ${cause.round}`;
    case 'pinned-elsewhere':
      return 'what is left is pinned to other lanes';
    case 'no-task':
      return 'no task left for this lane';
  }
}

/** A lock covers the location, or the whole account that it belongs to. */
function lockName({ location, granularity }: Extract<WaitCause, { kind: 'lock' }>, name: LocationName): string {
  return granularity === 'slot' ? name(location) : `the account of ${name(location)}`;
}
