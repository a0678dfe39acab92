import { type KeyboardEvent, type ReactNode, Suspense, useId } from 'react';

export interface TabItem {
  readonly value: string;
  readonly label: ReactNode;
  /** May come late. */
  readonly content: ReactNode;
  /** Stays alive while another is chosen. */
  readonly kept?: boolean;
}

/** Tabs as WAI-ARIA describes them: one stop for Tab, arrows go round and choose. Only the chosen panel is there, and what is to be kept. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly classes: { readonly [part in 'root' | 'list' | 'tab' | 'panel']?: string | undefined };
  /** Marks the root as a place where cards can be dropped. */
  readonly 'data-zone'?: string;
}) {
  const { tabs, value, onChange, classes } = props;
  const id = useId();
  const chosen = tabs.find((tab) => tab.value === value) ?? tabs[0];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = chosen ? tabs.indexOf(chosen) : 0;
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    const to = steps[event.key as keyof typeof steps];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    onChange(tabs[next]?.value ?? value);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  };

  return (
    <div className={classes.root} data-zone={props['data-zone']}>
      <div className={classes.list} role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab === chosen}
            aria-controls={tab === chosen ? `${id}-${tab.value}-panel` : undefined}
            data-state={tab === chosen ? 'active' : 'inactive'}
            tabIndex={tab === chosen ? 0 : -1}
            className={classes.tab}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs
        .filter((tab) => tab === chosen || tab.kept)
        .map((tab) => (
          <div
            key={tab.value}
            className={classes.panel}
            role="tabpanel"
            id={`${id}-${tab.value}-panel`}
            aria-labelledby={`${id}-${tab.value}`}
            hidden={tab !== chosen}
          >
            <Suspense>{tab.content}</Suspense>
          </div>
        ))}
    </div>
  );
}
