import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interpreterClass } from './library.ts';

test.each(['evm', 'vm', 'common', 'tx', 'block', 'statemanager', 'util'])(
  '@ethereumjs/%s is the version whose inside src/evm builds on',
  (name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/@ethereumjs/${name}/package.json`, 'utf8'));
    expect(version).toBe('10.1.3');
  },
);

test('the interpreter can be had, and has what is overridden', async () => {
  const Interpreter = await interpreterClass();
  for (const method of ['run', '_baseCall', 'create', 'useGas', 'refundGas', 'subRefund', '_runStepHook']) {
    expect(Interpreter.prototype).toHaveProperty(method);
  }
});
