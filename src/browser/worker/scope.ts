/** The little that we use of a service worker's global scope, which TypeScript has in a library beside that of pages. */
export interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll: (options: {type: 'window'}) => Promise<unknown[]>;
    claim: () => Promise<void>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: <Type extends keyof WorkerEvents>(
    type: Type,
    listener: (event: WorkerEvents[Type]) => void,
  ) => void;
}

interface WorkerEvents {
  install: LastingEvent;
  activate: LastingEvent;
  message: LastingEvent & MessageEvent;
  fetch: LastingEvent & {request: Request; respondWith: (response: Promise<Response>) => void};
}

interface LastingEvent extends Event {
  /** Keeps the worker alive. */
  waitUntil: (work: Promise<unknown>) => void;
}

export const worker = globalThis as unknown as WorkerScope;
/** Address of the site. */
export const site = worker.registration.scope;
