type Emit = (topic: string, data: unknown) => Promise<void>;

const DONE = Promise.resolve();

/** The `_emit` of a library object, where an event that nobody listens to costs no promise. */
export function quietEmit(emit: Emit, events: { listenerCount(topic: never): number }): Emit {
  return (topic, data) => (events.listenerCount(topic as never) === 0 ? DONE : emit(topic, data));
}
