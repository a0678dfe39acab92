import { useState } from 'react';
import { block as texts } from '#texts/block.ts';
import { late } from '../common/late.tsx';
import { useDocument } from '../common/app-context.tsx';
import { Tabs } from '../common/Tabs.tsx';
import styles from './BlockPanel.module.css';
import { BlockTab } from './BlockTab.tsx';

const AccountsTab = late(() => import('./AccountsTab.tsx').then((m) => m.AccountsTab));
const ContractsTab = late(() => import('./ContractsTab.tsx').then((m) => m.ContractsTab));

/** Left: the block as cards, and the accounts and contracts that its transactions meet. */
export function BlockPanel() {
  const [tab, setTab] = useState('block');
  const counts = useDocument(({ scenario: { transactions, accounts, contracts } }) => ({
    transactions: transactions.length,
    accounts: accounts.length,
    contracts: contracts.length,
  }));
  const tabs = [
    { value: 'block', label: <Label name={texts.block} count={counts.transactions} />, content: <BlockTab /> },
    { value: 'accounts', label: <Label name={texts.accounts} count={counts.accounts} />, content: <AccountsTab /> },
    { value: 'contracts', label: <Label name={texts.contracts} count={counts.contracts} />, content: <ContractsTab /> },
  ];
  return (
    <Tabs
      label={texts.whatTheBlockIsMade}
      tabs={tabs}
      value={tab}
      onChange={setTab}
      classes={{ root: styles.panel, list: styles.tabs, tab: styles.tab, panel: styles.content }}
      data-zone="block"
    />
  );
}

function Label({ name, count }: { name: string; count: number }) {
  return (
    <>
      {name} <span className={styles.count}>{count.toLocaleString('en')}</span>
    </>
  );
}
