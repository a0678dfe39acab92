import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Notice, NoticeState } from './app.ts';

export interface Notices {
  readonly store: StoreApi<NoticeState>;
  /** The same text twice shows once. */
  notify(notice: Omit<Notice, 'id'>): number;
  dismiss(id: number): void;
}

export function createNotices(): Notices {
  const store = createStore<NoticeState>(() => ({ notices: [] }));
  let nextId = 1;
  return {
    store,
    notify(notice) {
      const id = nextId++;
      store.setState(({ notices }) => ({
        notices: [
          ...notices.filter((n) => n.title !== notice.title || n.message !== notice.message),
          { ...notice, id },
        ],
      }));
      return id;
    },
    dismiss(id) {
      store.setState(({ notices }) => ({ notices: notices.filter((n) => n.id !== id) }));
    },
  };
}
