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
    waiting.push(resolve);
    channel ??= openChannel();
    channel.postMessage(null);
  });
}

/** Those that wait for their message, in order. */
const waiting: (() => void)[] = [];
/** One for all, as making one takes a hundred times as long as a message. */
let channel: ReturnType<typeof openChannel> | undefined;

function openChannel(): { postMessage(message: null): void } {
  const { port1, port2 } = new MessageChannel();
  const onmessage = (): void => waiting.shift()?.();
  // Assigned like this because Node's types, which the core is compiled with, don't know the property.
  Object.assign(port1, { onmessage });
  return port2;
}
