import { Fragment } from 'react';

/** A location's name that may break before its members and keys, not within a word: `WETH` `.balanceOf` `[dave]`. */
export function BreakableName({ name }: { name: string }) {
  return name.split(/(?=[.[ ])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
