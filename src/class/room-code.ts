/** Letters and digits that can't be taken for each other when read from a wall. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 6;
const SECRET_LENGTH = 26;

/** `count` random bytes from a source that can't be guessed. */
export type RandomBytes = (count: number) => Uint8Array;

/** What everybody in the room types: 30 bits, so that a class next door isn't joined by mistake. It is no secret. */
export const createRoomCode = (random: RandomBytes): string => toLetters(random(CODE_LENGTH));

/** The instructor's key, or a participant's hold on a seat: 130 bits. */
export const createSecret = (random: RandomBytes): string => toLetters(random(SECRET_LENGTH));

/** A room code as somebody may have typed it, or null when it can't be one. */
export function normalizeRoomCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return isRoomCode(code) ? code : null;
}

export const isRoomCode = (text: string): boolean => isWord(text, CODE_LENGTH);
export const isSecret = (text: string): boolean => isWord(text, SECRET_LENGTH);

function isWord(text: string, length: number): boolean {
  return text.length === length && [...text].every((letter) => ALPHABET.includes(letter));
}

/** 256 is a multiple of 32: every letter is as likely as any other. */
function toLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
