declare const brand: unique symbol;

/** A primitive that carries its unit or meaning in its type: a `TxIndex` can't be passed for a `LaneIndex`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
