import { Common, type CustomCrypto, Mainnet } from '@ethereumjs/common';
import type { Hardfork } from '../model/block.ts';

type Params = Parameters<Common['updateParams']>[0];

/**
 * The library's `Common` with its answers remembered: stock `isActivatedEIP` searches an array, `param` converts and
 * `gteHardfork` walks all forks, several times for each opcode. A block has one fork, so the answers never change.
 *
 * `copy` gives the same object: every transaction would otherwise make its own copy and rebuild the parameter table.
 */
export class FastCommon extends Common {
  // Undefined while the super constructor runs, as fields are initialised after it.
  private readonly activeEips: Uint8Array | undefined;
  private readonly paramValues: Map<string, bigint> | undefined;
  private readonly forkAnswers: Map<string, boolean> | undefined;
  private readonly mergedParams: Set<unknown> | undefined;
  private readonly consensus: string | undefined;

  constructor(hardfork: Hardfork, chainId: bigint, customCrypto: CustomCrypto) {
    super({ chain: { ...Mainnet, chainId: chainId.toString() }, hardfork, customCrypto });
    const active = new Uint8Array(1 << 14);
    for (let eip = 0; eip < active.length; eip++) if (super.isActivatedEIP(eip)) active[eip] = 1;
    this.consensus = super.consensusType();
    this.activeEips = active;
    this.paramValues = new Map();
    this.forkAnswers = new Map();
    this.mergedParams = new Set();
  }

  override isActivatedEIP(eip: number): boolean {
    return this.activeEips === undefined ? super.isActivatedEIP(eip) : this.activeEips[eip] === 1;
  }

  override param(name: string): bigint {
    let value = this.paramValues?.get(name);
    if (value === undefined) {
      value = super.param(name);
      this.paramValues?.set(name, value);
    }
    return value;
  }

  override gteHardfork(hardfork: string): boolean {
    let answer = this.forkAnswers?.get(hardfork);
    if (answer === undefined) {
      answer = super.gteHardfork(hardfork);
      this.forkAnswers?.set(hardfork, answer);
    }
    return answer;
  }

  override consensusType(): string {
    return this.consensus ?? super.consensusType();
  }

  /** Every library object merges the same constant tables; once is enough. */
  override updateParams(params: Params): void {
    if (this.mergedParams?.has(params)) return;
    super.updateParams(params);
    this.mergedParams?.add(params);
    this.paramValues?.clear();
  }

  override copy(): Common {
    return this;
  }
}
