import type { MemoryRead } from '../../engines/engine.ts';
import type { Location } from '../../model/location.ts';

export type Seen = Extract<MemoryRead, { kind: 'value' }>;

/** Up to here looking through all is faster than hashing, and most incarnations read less. */
const FEW = 32;

/** What an incarnation has been given, in the order in which it asked. One object serves all incarnations of a lane. */
export class SeenReads {
  readonly #locations: Location[] = [];
  readonly #found: Seen[] = [];
  #places: Map<Location, number> | undefined;

  get size(): number {
    return this.#locations.length;
  }

  /** Of the i-th location asked for. */
  locationAt(i: number): Location {
    return this.#locations[i] as Location;
  }

  foundAt(i: number): Seen {
    return this.#found[i] as Seen;
  }

  get(location: Location): Seen | undefined {
    const place = this.#places ? this.#places.get(location) : this.#locations.indexOf(location);
    return place === undefined ? undefined : this.#found[place];
  }

  /** `location` must be a new one. */
  add(location: Location, found: Seen): void {
    this.#places?.set(location, this.size);
    this.#locations.push(location);
    this.#found.push(found);
    if (this.size === FEW) this.#places = new Map(this.#locations.map((known, i) => [known, i]));
  }

  clear(): void {
    this.#locations.length = 0;
    this.#found.length = 0;
    this.#places = undefined;
  }
}
