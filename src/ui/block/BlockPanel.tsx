import { Tabs } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { useDocument } from '../common/app-context.tsx';
import styles from './BlockPanel.module.css';
import { BlockTab } from './BlockTab.tsx';

const AccountsTab = lazy(() => import('./AccountsTab.tsx').then((m) => ({ default: m.AccountsTab })));
const ContractsTab = lazy(() => import('./ContractsTab.tsx').then((m) => ({ default: m.ContractsTab })));

/** Left: the block as cards, and the accounts and contracts that its transactions meet. */
export function BlockPanel() {
  const counts = useDocument(({ scenario: { transactions, accounts, contracts } }) => ({
    transactions: transactions.length,
    accounts: accounts.length,
    contracts: contracts.length,
  }));
  return (
    <Tabs.Root className={styles.panel} defaultValue="block" data-zone="block">
      <Tabs.List className={styles.tabs} aria-label="What the block is made of">
        <Tabs.Trigger className={styles.tab} value="block">
          Block <Count of={counts.transactions} />
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="accounts">
          Accounts <Count of={counts.accounts} />
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="contracts">
          Contracts <Count of={counts.contracts} />
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.content} value="block">
        <BlockTab />
      </Tabs.Content>
      <Tabs.Content className={styles.content} value="accounts">
        <Suspense>
          <AccountsTab />
        </Suspense>
      </Tabs.Content>
      <Tabs.Content className={styles.content} value="contracts">
        <Suspense>
          <ContractsTab />
        </Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function Count({ of }: { of: number }) {
  return <span className={styles.count}>{of.toLocaleString('en')}</span>;
}
