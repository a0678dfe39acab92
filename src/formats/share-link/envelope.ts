import { fromBase64Url, toBase64Url } from './base64url.ts';
import { linkError } from './link-error.ts';

/** Characters after `#s=` or `#l=`. Chats and mail programs cut longer addresses, and no camera reads a code of them. */
export const MAX_LINK_LENGTH = 8 * 1024;
/** Bytes before what is packed: its version, and two to tell whether all of it is there. */
const HEAD = 3;

/** Packed bytes as the text of a link; null when that is longer than `MAX_LINK_LENGTH`. */
export function seal(version: number, body: Uint8Array): string | null {
  if (body.length > MAX_LINK_LENGTH) return null;
  const bytes = new Uint8Array(body.length + HEAD);
  bytes.set([version, ...fletcher16(body)]);
  bytes.set(body, HEAD);
  const link = toBase64Url(bytes);
  return link.length <= MAX_LINK_LENGTH ? link : null;
}

/** The inverse. `versions`: how many there are; the first is 1. Throws a FormatError. */
export function unseal(
  link: string,
  versions: number,
): { readonly version: number; readonly body: Uint8Array<ArrayBuffer> } {
  if (link.length > MAX_LINK_LENGTH) throw linkError(`at most ${MAX_LINK_LENGTH} characters`, `${link.length}`);
  const bytes = fromBase64Url(link);
  const [version = 0, ...sums] = bytes.subarray(0, HEAD);
  const body = bytes.subarray(HEAD);
  if (version < 1 || version > versions) {
    const came = version > versions ? `version ${version}, of a newer Lanewise` : `version ${version}`;
    throw linkError(`a link of version 1 to ${versions}`, came);
  }
  if (String(sums) !== String(fletcher16(body))) throw linkError('all of it', 'a part, or something changed');
  return { version, body };
}

/** J. Fletcher, "An Arithmetic Checksum for Serial Transmissions" (1982): so that a link cut off or mistyped isn't taken for another. */
function fletcher16(bytes: Uint8Array): readonly [number, number] {
  let [a, b] = [0, 0];
  for (const byte of bytes) {
    a = (a + byte) % 255;
    b = (b + a) % 255;
  }
  return [a, b];
}
