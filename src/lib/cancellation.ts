/** Asked now and then by long work: whether somebody has called it off. */
export interface Cancellation {
  readonly cancelled: boolean;
}

export interface CancellationSource {
  readonly cancellation: Cancellation;
  cancel(): void;
}

export function createCancellation(): CancellationSource {
  let cancelled = false;
  return {
    cancellation: {
      get cancelled() {
        return cancelled;
      },
    },
    cancel() {
      cancelled = true;
    },
  };
}
