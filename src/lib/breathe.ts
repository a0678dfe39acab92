/**
 * Lets the event loop run once, so that a message that waits (a cancellation) is delivered. A timer would do, but browsers
 * stretch nested timers to 4 ms; a message channel takes some microseconds.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
