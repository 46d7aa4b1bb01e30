import {merge, readEvents, type PracticeEvent} from '@site/lib/practice/log';

const database = 'kkori-practice';
const table = 'events';

/** The log of this browser: in IndexedDB, and shared by its tabs. */
export interface Store {
  events: () => readonly PracticeEvent[];
  add: (events: readonly PracticeEvent[]) => Promise<void>;
  /** Forgets all. */
  clear: () => Promise<void>;
}

const denied =
  '이 브라우저가 기록을 저장하지 못하게 합니다(비공개 창이거나 저장 공간이 막혔습니다). 창을 닫으면 이번 기록은 사라집니다. 남기려면 그 전에 ‘내 기록’에서 내보내 주세요.';
const full =
  '기록을 저장하지 못했습니다. 저장 공간이 가득 찼을 수 있습니다. 창을 닫기 전에 ‘내 기록’에서 내보내 주세요.';

/**
 * Opens the log. Where the browser keeps nothing, it lasts as long as the page.
 * @param onChange another tab has changed the log
 * @param onTrouble what the reader has to know, in Korean
 */
export async function openStore(
  onChange: () => void,
  onTrouble: (message: string) => void,
): Promise<Store> {
  let events: PracticeEvent[] = [];
  const kept = await openDatabase().catch(() => undefined);
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(database) : undefined;
  const read = async () => {
    if (kept) {
      const all = await finished<unknown[]>(kept.transaction(table).objectStore(table).getAll());
      const {events: readable, unreadable} = readEvents(all);
      events = merge(readable, []);
      if (unreadable > 0) {
        onTrouble(
          `기록 ${unreadable}개를 읽을 수 없어 빼고 보여 줍니다. 나머지는 그대로 쓸 수 있습니다.`,
        );
      }
    }
  };
  const write = async (change: (events: IDBObjectStore) => void) => {
    if (kept) {
      try {
        const transaction = kept.transaction(table, 'readwrite');
        change(transaction.objectStore(table));
        await committed(transaction);
      } catch {
        onTrouble(full);
        return;
      }
      tabs?.postMessage('');
    }
  };
  if (kept) {
    // Else this tab would keep a newer one from opening.
    kept.addEventListener('versionchange', () => kept.close());
    await read().catch(() => onTrouble(denied));
    tabs?.addEventListener('message', () => {
      read().then(onChange, () => onTrouble(denied));
    });
  } else {
    onTrouble(denied);
  }
  return {
    events: () => events,
    add(added) {
      events = merge(events, added);
      return write((store) => added.forEach((event) => store.put(event)));
    },
    clear() {
      events = [];
      return write((store) => store.clear());
    },
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  // Some browsers throw here and now in a private window.
  const request = indexedDB.open(database, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(table, {keyPath: 'id'});
  });
  return finished(request);
}

function finished<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(reasonOf(request.error)));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(reasonOf(transaction.error)));
  });
}

function reasonOf(error: DOMException | null): Error {
  return error ?? new Error('IndexedDB gave no reason');
}
