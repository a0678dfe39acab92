import { ETHER, pay, person } from '../compose.ts';
import { createExample } from './example.ts';

const SENDERS = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];
const RECEIVERS = ['ivan', 'judy', 'kim', 'leo', 'mallory', 'nick', 'olga', 'peggy'];

/** Each of eight pays another one. */
const eightPayments = () => ({
  accounts: [...SENDERS, ...RECEIVERS].map((name) => person(name)),
  transactions: SENDERS.map((from, i) => pay(from, RECEIVERS[i] ?? '', ETHER)),
});

export const independentPayments = createExample(
  'independent-payments',
  'Independent payments',
  'Eight payments between sixteen people: nobody waits for anybody, and four lanes are exactly four times as fast as one.',
  () => ({ ...eightPayments(), settings: { engine: 'block-stm', lanes: 4 } }),
);

export const nonceChain = createExample(
  'nonce-chain',
  'A nonce chain',
  "All eight payments are alice's: each needs the nonce that the one before it leaves, so four lanes are no faster than one.",
  () => ({
    accounts: ['alice', ...RECEIVERS].map((name) => person(name)),
    transactions: RECEIVERS.map((to) => pay('alice', to, ETHER)),
    settings: { engine: 'block-stm', lanes: 4 },
  }),
);

export const feesNaive = createExample(
  'fees-naive',
  'Fee recipient, paid naively',
  'The eight independent payments again, but each adds its fee to the same balance: one shared write, and the bound falls from 4× to 1×.',
  () => ({ ...eightPayments(), settings: { engine: 'dag', lanes: 4, fees: 'naive' } }),
);

export const feesDelta = createExample(
  'fees-delta',
  'Fee recipient, paid once',
  'The same payments with fees kept as a sum that is added once, after the block: no conflict is left, and the bound is 4× again.',
  () => ({ ...eightPayments(), settings: { engine: 'dag', lanes: 4, fees: 'delta' } }),
);
