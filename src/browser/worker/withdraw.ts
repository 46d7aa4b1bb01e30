import {forgetCaches} from './caches';
import {site, worker} from './scope';

/*
 * The kill switch: published in the place of the worker (decisions/13-taking-along.md), it removes
 * what readers have stored, and itself.
 */

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetCaches(site).then(() => worker.registration.unregister())),
);
