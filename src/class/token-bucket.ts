/** Lets through `perSecond` on average and `burst` at once. */
export interface TokenBucket {
  /** Whether `amount` more is allowed at `now` (milliseconds); what isn't allowed isn't counted. */
  take(amount: number, now: number): boolean;
}

export function createTokenBucket(burst: number, perSecond: number): TokenBucket {
  let left = burst;
  let filledAt: number | null = null;
  return {
    take(amount, now) {
      left = Math.min(burst, left + (Math.max(0, now - (filledAt ?? now)) * perSecond) / 1000);
      filledAt = now;
      if (amount > left) return false;
      left -= amount;
      return true;
    },
  };
}
