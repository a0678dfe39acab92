import type { EngineOptions } from '../../model/settings.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * What options say of transactions by their index, said of the same cards after an edit has moved them. What was said of a card
 * that is gone is gone too, and so is a dependency on a card that has come to stand behind: only what comes before can be
 * depended on. Options that the edit itself has set stay as it has set them.
 */
export function followCards(before: Scenario, after: Scenario): Scenario {
  if (before.transactions === after.transactions) return after;
  const { options } = after.settings;
  if (!options.hints && !options.underDeclare && !options.tamper) return after;

  const places = new Map(after.transactions.map(({ id }, index) => [id, index]));
  const placeOf = (index: number): number | undefined => places.get(before.transactions[index]?.id ?? '');
  const isUnchanged = before.transactions.every((_, index) => placeOf(index) === index);
  if (isUnchanged && before.transactions.length === after.transactions.length) return after;

  const followed = follow(options, before.settings.options, placeOf, after.transactions.length);
  return { ...after, settings: { ...after.settings, options: followed } };
}

function follow(
  { hints, underDeclare, tamper, ...rest }: EngineOptions,
  before: EngineOptions,
  placeOf: (index: number) => number | undefined,
  count: number,
): EngineOptions {
  const declared =
    underDeclare === before.underDeclare
      ? underDeclare?.flatMap(([tx, location]) => {
          const place = placeOf(tx);
          return place === undefined ? [] : [[place, location] as const];
        })
      : underDeclare;
  const predecessors = hints === before.hints ? hints && followHints(hints, placeOf, count) : hints;
  const entry = tamper === before.tamper ? tamper && followEntry(tamper, placeOf) : tamper;
  return {
    ...rest,
    ...(predecessors && { hints: predecessors }),
    ...(declared && declared.length > 0 && { underDeclare: declared }),
    ...(entry && { tamper: entry }),
  };
}

function followHints(
  hints: NonNullable<EngineOptions['hints']>,
  placeOf: (index: number) => number | undefined,
  count: number,
): NonNullable<EngineOptions['hints']> {
  const moved = Array.from({ length: count }, (): readonly number[] => []);
  hints.forEach((list, index) => {
    const place = placeOf(index);
    if (place === undefined) return;
    moved[place] = list
      .flatMap((on) => placeOf(on) ?? [])
      .filter((on) => on < place)
      .sort((a, b) => a - b);
  });
  return moved;
}

/** Index 0 is before the block, i + 1 after transaction i. */
function followEntry(
  tamper: NonNullable<EngineOptions['tamper']>,
  placeOf: (index: number) => number | undefined,
): EngineOptions['tamper'] {
  if (tamper.index === 0) return tamper;
  const place = placeOf(tamper.index - 1);
  return place === undefined ? undefined : { ...tamper, index: place + 1 };
}
