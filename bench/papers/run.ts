import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accessList } from './access-list.ts';
import { blockStm } from './block-stm.ts';
import { chain } from './chain.ts';
import { cppBlockStm } from './cpp-block-stm.ts';
import { mainnet } from './mainnet.ts';
import { formatTable, type Section, type Table } from './table.ts';
import { tokens } from './tokens.ts';

/*
 * npm run bench:papers [-- [--only ID] [--long] [--json FILE]]
 *
 * What others have published, next to what comes out here in virtual time. Prints Markdown; docs/published-behaviour.md holds the
 * tables of one run with what is to be said of them. Virtual time is deterministic: the figures are the same on every machine.
 */
const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, long: { type: 'boolean' } },
});

const SECTIONS: readonly Section[] = [blockStm, cppBlockStm, chain, tokens, accessList, mainnet];

const chosen = SECTIONS.filter(({ id }) => options.only === undefined || id === options.only);
if (chosen.length === 0) {
  console.error(`--only: expected one of ${SECTIONS.map(({ id }) => id).join(', ')}, got ${options.only}`);
  process.exit(2);
}
const tables: Table[] = [];
for (const section of chosen) {
  for await (const table of section.tables({ long: options.long === true })) {
    console.log(formatTable(table));
    tables.push(table);
  }
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(tables, null, 2)}\n`);
