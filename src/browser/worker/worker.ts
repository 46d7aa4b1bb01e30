import {notStoredAddress} from '@site/lib/takeAlong';
import {wholeCaches} from './caches';
import {site, worker} from './scope';
import {storeEdition} from './storeEdition';

/*
 * The service worker of a reader who has stored the site: answers from the one cache that was whole
 * when the reader came, so that pages and what they load are of one build. A newer build is fetched
 * beside it, and taken when no page of the site is open any more.
 */

let reading: Promise<Cache | undefined> | undefined;
let update: Promise<void> | undefined;

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

// A page asks to store the edition: it hears of its progress from 0 to 1, and in the end how it went.
worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(
    storeEdition(site, (part) => port?.postMessage(part)).then(
      () => {
        reading = undefined;
        port?.postMessage('stored');
      },
      (error: unknown) =>
        port?.postMessage(
          error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed',
        ),
    ),
  );
});

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || !request.url.startsWith(site)) {
    return;
  }
  const isPage = request.mode === 'navigate';
  event.respondWith(answer(request, isPage));
  if (isPage) {
    event.waitUntil(lookForUpdate());
  }
});

async function answer(request: Request, isPage: boolean): Promise<Response> {
  if (isPage && (await worker.clients.matchAll({type: 'window'})).length === 0) {
    await beginWithNewest();
  }
  const cache = await currentCache();
  const address = request.url.replace(/[?#].*/, '');
  const stored = await cache?.match(address);
  if (stored || !cache) {
    return stored ?? fetch(request);
  }
  if (isPage && (await cache.match(`${address}/`))) {
    return Response.redirect(`${address}/`);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const page = isPage ? await cache.match(site + notStoredAddress) : undefined;
    if (page) {
      return page;
    }
    throw error;
  }
}

async function currentCache(): Promise<Cache | undefined> {
  reading ??= wholeCaches(site).then(([name]) =>
    name === undefined ? undefined : caches.open(name),
  );
  return reading;
}

/** The reader comes anew: from now on the newest that is whole, and no other is kept. */
async function beginWithNewest(): Promise<void> {
  const whole = await wholeCaches(site);
  if (whole.length > 1) {
    await Promise.all(whole.slice(0, -1).map((name) => caches.delete(name)));
    reading = undefined;
  }
}

/** Who has stored the site gets what is new of it. */
async function lookForUpdate(): Promise<void> {
  if (await currentCache()) {
    update ??= storeEdition(site, () => undefined)
      // Without a connection: another time.
      .catch(() => undefined)
      .finally(() => (update = undefined));
    await update;
  }
}
