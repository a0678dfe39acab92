import { describe, expect, test } from 'vitest';
import { createMemoryTextStorage } from '../tab-storage.ts';
import { createLockClaims, createMarkClaims } from './document-claims.ts';

type Callback = (lock: { readonly name: string } | null) => unknown;

/** The locks of a browser; `end` is the end of a page. */
function createLocks() {
  const held = new Map<string, object>();
  let waiting: (() => void)[] = [];
  const retry = (): void => {
    const all = waiting;
    waiting = [];
    for (const attempt of all) attempt();
  };
  const openPage = () => {
    const page = {};
    const request = (name: string, ...rest: [Callback] | [LockOptions, Callback]): Promise<unknown> => {
      const callback = rest.at(-1) as Callback;
      const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
      return new Promise((resolve, reject) => {
        const attempt = (): void => {
          if (options.signal?.aborted) return;
          if (held.has(name)) {
            if (options.ifAvailable) resolve(callback(null));
            else waiting.push(attempt);
            return;
          }
          held.set(name, page);
          Promise.resolve(callback({ name })).then((value) => {
            held.delete(name);
            retry();
            resolve(value);
          }, reject);
        };
        options.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        attempt();
      });
    };
    const query = async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] });
    return {
      locks: { request, query } as unknown as LockManager,
      end() {
        for (const [name, owner] of held) if (owner === page) held.delete(name);
        retry();
      },
    };
  };
  return { openPage };
}

const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('by locks', () => {
  test('what one tab has claimed no other gets, until it is closed', async () => {
    const { openPage } = createLocks();
    const page = openPage();
    const [one, two] = [createLockClaims(page.locks), createLockClaims(openPage().locks)];
    expect(await one.take('a')).toBe(true);
    expect(await one.take('a')).toBe(true);
    expect(await two.take('a')).toBe(false);
    one.show('b');
    expect(await two.take('b')).toBe(false);
    page.end();
    expect(await two.take('a')).toBe(true);
  });

  test('a page loaded anew waits until the one before has let go; a duplicated tab waits in vain', async () => {
    const { openPage } = createLocks();
    const page = openPage();
    createLockClaims(page.locks).show('a');
    const again = createLockClaims(openPage().locks).take('a', true);
    await soon();
    page.end();
    expect(await again).toBe(true);
    expect(await createLockClaims(openPage().locks).take('a', true)).toBe(false);
  });

  test('of all that a tab has claimed it shows one', async () => {
    const { openPage } = createLocks();
    const [one, two] = [createLockClaims(openPage().locks), createLockClaims(openPage().locks)];
    for (const key of ['a', 'b', 'b']) one.show(key);
    two.show('c');
    await soon();
    expect([...((await one.shown()) ?? [])].sort()).toEqual(['b', 'c']);
    expect(await two.take('a')).toBe(false);
  });

  test('where locks are refused nothing is claimed, and nobody knows what is shown', async () => {
    const refuse = () => Promise.reject(new Error('SecurityError'));
    const claims = createLockClaims({ request: refuse, query: refuse } as unknown as LockManager);
    claims.show('mine');
    expect(await claims.take('a')).toBe(false);
    expect(await claims.take('mine')).toBe(true);
    expect(await claims.shown()).toBeNull();
  });
});

describe('by marks', () => {
  test('a tab loaded anew goes on with its own; a duplicate of it doesn’t, nor anybody else', async () => {
    const tab = createMemoryTextStorage();
    const page = new EventTarget();
    const claims = createMarkClaims(tab, page as Window);
    expect(await claims.take('a')).toBe(false);
    claims.show('a');
    expect(await claims.take('a')).toBe(true);
    // The memory of a tab whose page hasn't gone, as a duplicate gets it.
    expect(await createMarkClaims(tab, new EventTarget() as Window).take('a', true)).toBe(false);
    page.dispatchEvent(new Event('pagehide'));
    expect(await createMarkClaims(tab, new EventTarget() as Window).take('a', true)).toBe(true);
    // Kept by the browser and shown again, it hasn't gone after all.
    page.dispatchEvent(new Event('pagehide'));
    page.dispatchEvent(new Event('pageshow'));
    expect(await createMarkClaims(tab, new EventTarget() as Window).take('a', true)).toBe(false);
  });
});
