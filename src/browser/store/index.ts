import {asObject, editionFile, workerFile, type Edition} from '@site/lib/takeAlong';
import {button, element} from '../element';
import {notify} from '../notice';
import {forgetCaches, wholeCaches} from '../worker/caches';

const failures = {
  full: '이 기기의 저장 공간이 모자라 저장하지 못했습니다. 자리를 비우고 다시 눌러 주세요. 전에 저장한 것이 있으면 그대로 남아 있습니다.',
  failed:
    '다 받지 못했습니다. 인터넷 연결을 확인하고 다시 누르면 나머지를 이어서 받습니다. 전에 저장한 것이 있으면 그대로 남아 있습니다.',
  denied:
    '이 브라우저는 여기에 저장하지 못하게 합니다(비공개 창이거나 낡은 브라우저입니다). 아래의 폴더나 책을 받아 주세요.',
};
type Failure = keyof typeof failures;

/**
 * Offers to store the latest edition in the browser, in an element of src/components/TakeAlong: until
 * the reader presses the button nothing is registered and nothing stored.
 */
export async function offerIn(place: HTMLElement): Promise<void> {
  const site = new URL(place.dataset.site ?? '', location.href).href;
  const label = place.textContent;
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    place.replaceChildren(alert(failures.denied));
    return;
  }
  const status = element('p', {role: 'status'});
  const show = (...nodes: Node[]) => place.replaceChildren(status, ...nodes);
  const offer = (failure?: Failure) => {
    status.textContent = failure ? failures[failure] : '';
    show(button(label, store, {class: 'take-primary'}));
  };
  const showStored = async (names: readonly string[]) => {
    const list = await (await caches.open(names.at(-1) ?? '')).match(site + editionFile);
    const {version, bytes} = (await list?.json()) as Edition;
    const size = (bytes / 1_000_000).toFixed(1);
    status.textContent =
      names.length > 1
        ? `버전 ${version}의 새 판을 받아 두었습니다. 꼬리물기를 모두 닫았다가 다음에 열 때 바뀝니다.`
        : `버전 ${asObject(version)} 저장했습니다. 인터넷 없이도 읽고, 찾고, 떠올려 볼 수 있습니다. 이 기기에서 ${size} MB를 씁니다.`;
    show(button('저장한 것 지우기', () => void remove()));
  };
  const remove = async () => {
    const registration = await navigator.serviceWorker.getRegistration(site);
    await registration?.unregister();
    await forgetCaches(site);
    offer();
    notify('저장한 것을 지웠습니다. 떠올려 보기의 기록은 그대로입니다');
  };
  const store = () => {
    const progress = element('progress', {'aria-label': '저장', max: '1', value: '0'});
    status.textContent = '저장하는 중입니다…';
    show(progress);
    storeEdition(site, (part) => (progress.value = part))
      .catch((): Failure => 'failed')
      .then(async (outcome) => {
        if (outcome === 'stored') {
          await showStored(await wholeCaches(site));
        } else {
          offer(outcome);
        }
      })
      .catch(reportError);
  };
  try {
    const names = await wholeCaches(site);
    if (names.length > 0) {
      await showStored(names);
    } else {
      offer();
    }
  } catch {
    place.replaceChildren(alert(failures.denied));
  }
}

const alert = (message: string) => element('p', {role: 'alert'}, message);

/** Lets the worker store the edition, and says how it went. */
async function storeEdition(
  site: string,
  report: (part: number) => void,
): Promise<'stored' | Failure> {
  const registration = await navigator.serviceWorker.register(site + workerFile);
  const worker = await activeWorkerOf(registration);
  // A browser that is short of room keeps what it was asked to keep.
  void navigator.storage.persist();
  const {port1, port2} = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({data}: MessageEvent<number | 'stored' | Failure>) => {
      if (typeof data === 'number') {
        report(data);
      } else {
        resolve(data);
      }
    });
    port1.start();
    worker.postMessage('', [port2]);
  });
}

/** @throws when the browser has begun with none */
function activeWorkerOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === 'activated') {
        resolve(worker);
      } else if (!worker || worker.state === 'redundant') {
        reject(new Error('The worker did not begin'));
      }
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}
