import * as v from 'valibot';
import type { AbiParameter, StorageEntry } from '../model/artifact.ts';
import { bytes, dictionary } from './fields.ts';

/** A contract compiled by the user, as it travels in a scenario file. solc writes more fields than are used; they are dropped. */
const parameter: v.GenericSchema<unknown, AbiParameter> = v.object({
  name: v.exactOptional(v.string()),
  type: v.string(),
  indexed: v.exactOptional(v.boolean()),
  components: v.exactOptional(v.array(v.lazy(() => parameter))),
});

const storageEntry: v.GenericSchema<unknown, StorageEntry> = v.object({
  label: v.string(),
  offset: v.number(),
  slot: v.string(),
  type: v.string(),
});

const storageType = v.object({
  encoding: v.picklist(['inplace', 'mapping', 'dynamic_array', 'bytes']),
  label: v.string(),
  numberOfBytes: v.string(),
  key: v.exactOptional(v.string()),
  value: v.exactOptional(v.string()),
  base: v.exactOptional(v.string()),
  members: v.exactOptional(v.array(storageEntry)),
});

export const artifactSchema = v.object({
  name: v.string(),
  abi: v.array(
    v.object({
      type: v.string(),
      name: v.exactOptional(v.string()),
      inputs: v.exactOptional(v.array(parameter)),
      outputs: v.exactOptional(v.array(parameter)),
      stateMutability: v.exactOptional(v.string()),
      anonymous: v.exactOptional(v.boolean()),
    }),
  ),
  bytecode: bytes,
  deployedBytecode: bytes,
  storageLayout: v.object({
    storage: v.array(storageEntry),
    types: v.nullable(dictionary(v.string(), storageType)),
  }),
});
