/**
 * Compiles the contract library: `npm run contracts`. Writes one artifact beside another into src/workloads/artifacts;
 * a test compiles again and compares, so an artifact is never older than its source.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import solc from 'solc';
import type { ContractArtifact, StorageEntry, StorageLayout } from '../src/model/artifact.ts';

const root = fileURLToPath(new URL('../src/workloads/', import.meta.url));
export const SOURCES = join(root, 'contracts');
export const ARTIFACTS = join(root, 'artifacts');

/**
 * `paris` is the newest target without PUSH0, so the code runs under every fork from London on. No metadata hash: the
 * bytecode depends on the source and the compiler alone.
 */
const SETTINGS = {
  evmVersion: 'paris',
  optimizer: { enabled: true, runs: 200 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode', 'storageLayout'] } },
};

interface CompiledContract {
  readonly abi: ContractArtifact['abi'];
  readonly evm: {
    readonly bytecode: { readonly object: string };
    readonly deployedBytecode: {
      readonly object: string;
      readonly immutableReferences: Readonly<Record<string, unknown>>;
    };
  };
  readonly storageLayout: StorageLayout;
}
interface CompilerOutput {
  readonly errors?: readonly { readonly formattedMessage: string }[];
  readonly contracts?: Readonly<Record<string, Readonly<Record<string, CompiledContract>>>>;
}

/** Name → artifact as text, for each contract (not interface) of the library. Throws on any warning. */
export function compileContracts(): ReadonlyMap<string, string> {
  const files = readdirSync(SOURCES).filter((file) => file.endsWith('.sol'));
  const sources = Object.fromEntries(
    files.map((file) => [file, { content: readFileSync(join(SOURCES, file), 'utf8') }]),
  );
  const input = { language: 'Solidity', sources, settings: SETTINGS };
  const output: CompilerOutput = JSON.parse(solc.compile(JSON.stringify(input)));
  if (output.errors && output.errors.length > 0) {
    throw new Error(output.errors.map((error) => error.formattedMessage).join('\n'));
  }
  const artifacts = new Map<string, string>();
  for (const contracts of Object.values(output.contracts ?? {})) {
    for (const [name, contract] of Object.entries(contracts)) {
      const deployed = contract.evm.deployedBytecode;
      if (deployed.object === '') continue;
      if (Object.keys(deployed.immutableReferences).length > 0) {
        throw new Error(`${name} has immutables: its code can't be placed in a prestate as it is`);
      }
      const artifact: ContractArtifact = {
        name,
        abi: contract.abi.map(withoutInternalTypes),
        bytecode: `0x${contract.evm.bytecode.object}`,
        deployedBytecode: `0x${deployed.object}`,
        storageLayout: neededLayout(contract.storageLayout),
      };
      artifacts.set(name, `${JSON.stringify(artifact, null, 1)}\n`);
    }
  }
  return artifacts;
}

/** The compiler's own names of types (`struct Ballot.Voter`) aren't part of the ABI. */
function withoutInternalTypes<T extends object>(item: T): T {
  return JSON.parse(JSON.stringify(item, (key, value: unknown) => (key === 'internalType' ? undefined : value)));
}

/** Without the numbers of the syntax tree, which change when an unrelated line does. */
function neededLayout(layout: StorageLayout): StorageLayout {
  const stable = (id: string) => id.replace(/\)\d+/g, ')');
  const entry = ({ label, offset, slot, type }: StorageEntry): StorageEntry => ({
    label,
    offset,
    slot,
    type: stable(type),
  });
  const types = Object.entries(layout.types ?? {}).map(([id, type]) => [
    stable(id),
    {
      ...type,
      ...(type.key === undefined ? {} : { key: stable(type.key) }),
      ...(type.value === undefined ? {} : { value: stable(type.value) }),
      ...(type.base === undefined ? {} : { base: stable(type.base) }),
      ...(type.members === undefined ? {} : { members: type.members.map(entry) }),
    },
  ]);
  return { storage: layout.storage.map(entry), types: Object.fromEntries(types) };
}

/** `DropRanges` → `drop-ranges.artifact.json` */
export function artifactFile(name: string): string {
  return `${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.artifact.json`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const artifacts = compileContracts();
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(ARTIFACTS, { recursive: true });
  for (const [name, text] of artifacts) writeFileSync(join(ARTIFACTS, artifactFile(name)), text);
  console.log(`compiled ${artifacts.size} contracts into src/workloads/artifacts`);
}
