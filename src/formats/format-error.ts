export interface FormatProblem {
  /** Path inside the file (`block.transactions[3].value`), or what is wrong as a whole (`the file`). */
  readonly where: string;
  /** What should have been there: a noun phrase. */
  readonly expected: string;
  /** What was there: a noun phrase. */
  readonly came: string;
  /** What the user can do about it: a sentence. */
  readonly fix: string;
}

/** A file that can't be used, said so that its owner can mend it. */
export class FormatError extends Error implements FormatProblem {
  readonly where: string;
  readonly expected: string;
  readonly came: string;
  readonly fix: string;

  constructor({ where, expected, came, fix }: FormatProblem) {
    super(`${where}: expected ${expected}, got ${came}. ${fix}`);
    this.name = 'FormatError';
    this.where = where;
    this.expected = expected;
    this.came = came;
    this.fix = fix;
  }
}

/** A value from a file, short enough to stand in a sentence. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object with ${describeKeys(value)}`;
  const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return text.length > 70 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}

function describeKeys(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'no fields';
  const named = keys.slice(0, 5).map((key) => (key.length > 24 ? `${key.slice(0, 20)}…` : key));
  return `the field${keys.length > 1 ? 's' : ''} ${named.join(', ')}${keys.length > 5 ? ', …' : ''}`;
}
