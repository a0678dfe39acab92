/**
 * Lets the event loop run once, so that a message that waits (a cancellation) is delivered. A timer would do, but browsers
 * stretch nested timers to 4 ms; a message channel takes some microseconds. Node has something better still.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if ('setImmediate' in globalThis) {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    const onmessage = (): void => {
      port1.close();
      resolve();
    };
    // Assigned like this because Node's types, which the core is compiled with, don't know the property.
    Object.assign(port1, { onmessage });
    port2.postMessage(null);
  });
}
