/** Ends a switch over a union: the compiler refuses a case left out, and a value from outside that slipped in is named. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
