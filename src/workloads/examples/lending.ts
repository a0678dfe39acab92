import { COMPOSED_ENV, call, each, instance, person, token } from '../compose.ts';
import { createExample } from './example.ts';

const LENDERS = ['alice', 'bob', 'carol', 'dave'];
const BORROWERS = ['erin', 'frank', 'grace', 'heidi'];

export const lending = createExample(
  'lending',
  'Lending with a shared index',
  'Eight people who touch only their own deposits and debts still queue: all wait once for the first, which brings Lending.index up to date, then for the totals and for the contract’s own balance, USDC.balanceOf[Lending].',
  () => ({
    accounts: [...LENDERS, ...BORROWERS].map((name) => person(name)),
    contracts: [
      token('USDC', { ...each([...LENDERS, ...BORROWERS], 10_000n), Lending: 0n }, ['Lending']),
      instance('Lending', 'lending', {
        asset: 'USDC',
        index: (10n ** 18n).toString(),
        // 5 % a year, last brought up to date a block ago.
        rate: '1585489599',
        lastAccrual: (COMPOSED_ENV.timestamp - 12n).toString(),
        totalDeposits: '40000',
        totalDebt: '4000',
        ...Object.fromEntries(BORROWERS.map((name) => [`depositOf[${name}]`, '10000'])),
        ...Object.fromEntries(BORROWERS.map((name) => [`debtOf[${name}]`, '1000'])),
      }),
    ],
    transactions: LENDERS.flatMap((lender, i) => [
      call(lender, 'Lending', 'deposit', ['500']),
      call(BORROWERS[i] ?? '', 'Lending', 'repay', ['100']),
    ]),
    settings: { engine: 'dag', lanes: 4 },
  }),
);
