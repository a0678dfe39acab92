/** Bytes of a text on the wire. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
