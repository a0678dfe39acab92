export { createNamer, type NamedContract, type Namer } from './create-namer.ts';
export { encodePath } from './encode-path.ts';
export { encodeStorage } from './encode-storage.ts';
export { formatEther, formatInteger, NamingError, shortHex } from './scalar.ts';
