import { cloneElement, type ReactElement } from 'react';

/** A short explanation of one element, shown by `HintLayer` on hover and focus. The element keeps its own accessible name. */
export function Hint(props: { readonly text: string; readonly keys?: string; readonly children: ReactElement }) {
  return cloneElement(props.children as ReactElement<Record<string, unknown>>, {
    'data-hint': props.text,
    'data-keys': props.keys,
  });
}
