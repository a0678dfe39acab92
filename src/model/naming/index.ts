export { createNamer, type NamedContract, type Namer, type NamerInput } from './create-namer.ts';
export { encodePath, type StoragePlace } from './encode-path.ts';
export { encodeStorage } from './encode-storage.ts';
export { formatEther, formatInteger, NamingError, parseInteger, type ResolveName, shortHex } from './scalar.ts';
export { parsePath, type PathStep, type StoragePath } from './storage-path.ts';
