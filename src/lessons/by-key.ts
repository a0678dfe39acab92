import * as v from 'valibot';

/**
 * A union told apart by which field is there: the first of the table's keys that the value has decides. So what is wrong inside
 * is named by its own path, where a plain union could only say that nothing fitted.
 */
export function byKey<Result>(
  table: Readonly<Record<string, v.GenericSchema<unknown, Result>>>,
  expected: string,
): v.GenericSchema<unknown, Result> {
  const none: v.GenericSchema<unknown, Result> = v.custom<Result>(() => false, expected);
  return v.lazy((input: unknown) => {
    if (typeof input !== 'object' || input === null) return none;
    const key = Object.keys(table).find((name) => Object.hasOwn(input, name));
    return (key !== undefined && table[key]) || none;
  });
}
