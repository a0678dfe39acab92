import { createEVM, type EVMOpts, type EVMPerformanceLogger } from '@ethereumjs/evm';
import { Common, Mainnet } from '@ethereumjs/common';

/*
 * The parts of @ethereumjs/evm that it uses inside but doesn't export. Everything in src/evm that reaches below the
 * library's public surface goes through the types of this file and holds for version 10.1.3, which package.json pins
 * exactly (`library.test.ts` fails when another version is installed).
 */

type CustomOpcode = NonNullable<EVMOpts['customOpcodes']>[number];

/** Executes one opcode; its gas has been charged and the program counter moved on. */
export type OpHandler = Extract<CustomOpcode, { logicFunction: unknown }>['logicFunction'];

/** Everything one frame changes while it runs. */
export type RunState = Parameters<OpHandler>[0];
export type Interpreter = RunState['interpreter'];
export type FrameEnv = RunState['env'];
export type LibraryJournal = Interpreter['journal'];
export type InterpreterClass = new (...args: InterpreterArguments) => Interpreter;
type InterpreterArguments = [
  evm: Interpreter['_evm'],
  stateManager: RunState['stateManager'],
  blockchain: RunState['blockchain'],
  env: FrameEnv,
  gasLeft: bigint,
  journal: LibraryJournal,
  performanceLogs: EVMPerformanceLogger,
];

/** Adds to an opcode's static fee what depends on stack, memory and state. */
export type GasHandler = (runState: RunState, fee: bigint, common: Common) => bigint | Promise<bigint>;

let captured: Promise<InterpreterClass> | undefined;

/** The library's `Interpreter` class, which it doesn't export: taken from a frame that runs one custom opcode. */
export function interpreterClass(): Promise<InterpreterClass> {
  captured ??= capture();
  return captured;
}

async function capture(): Promise<InterpreterClass> {
  let found: InterpreterClass | undefined;
  const evm = await createEVM({
    common: new Common({ chain: Mainnet }),
    customOpcodes: [
      {
        opcode: 0x0c,
        opcodeName: 'CAPTURE',
        baseFee: 0,
        logicFunction: ({ interpreter }) => {
          found = interpreter.constructor as InterpreterClass;
        },
      },
    ],
  });
  await evm.runCode({ code: Uint8Array.of(0x0c) });
  if (!found) throw new Error('@ethereumjs/evm ran no frame: its interpreter can not be extended');
  return found;
}
