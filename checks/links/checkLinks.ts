import {setTimeout as sleep} from 'node:timers/promises';

import {groupBy} from '../../lib/groupBy.ts';
import type {OutsideLink} from './collectLinks.ts';

/**
 * What a link leads to. `doubtful`: the host gave no answer, or none to a program;
 * a reader may well find the page.
 */
type LinkState = 'alive' | 'dead' | 'doubtful';

/** A link with what was found, in words for people where it is not alive. */
export interface CheckedLink extends OutsideLink {
  state: LinkState;
  reason: string;
}

/** How patient we are, in milliseconds. Tests are less so. */
interface Patience {
  timeout: number;
  /** Between two requests to one host. */
  pause: number;
  /** Before asking again, doubled each time; a host's Retry-After is longer at most `longestWait`. */
  wait: number;
  longestWait: number;
}

const patience: Patience = {timeout: 30_000, pause: 1000, wait: 5000, longestWait: 60_000};

const hostsAtOnce = 4;
const tries = 3;
const userAgent = 'kkori-links (+https://github.com/kkori-notes/kkori)';

/**
 * Asks every address, one at a time for each host and few hosts at once. HEAD
 * first; GET where that fails, since many hosts answer only to it.
 */
export async function checkLinks(
  links: readonly OutsideLink[],
  {timeout, pause, wait, longestWait} = patience,
): Promise<CheckedLink[]> {
  const hosts = [...groupBy(links, ({address}) => new URL(address).host).values()];
  const checked: CheckedLink[] = [];
  const worker = async () => {
    for (let own = hosts.shift(); own; own = hosts.shift()) {
      for (const link of own) {
        checked.push({...link, ...(await checkAddress(link.address))});
        await sleep(pause);
      }
    }
  };
  await Promise.all(Array.from({length: hostsAtOnce}, worker));
  return checked.sort((a, b) => (a.address < b.address ? -1 : 1));

  async function checkAddress(address: string): Promise<Found> {
    let found: Found = {state: 'doubtful', reason: ''};
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const head = await ask(address, 'HEAD', timeout);
      found = head.state === 'alive' || head.isBusy ? head : await ask(address, 'GET', timeout);
      if (found.state !== 'doubtful' || !found.isPassing || attempt === tries) {
        break;
      }
      const doubled = wait * 2 ** (attempt - 1);
      await sleep(Math.min(Math.max(doubled, found.retryAfter ?? 0), longestWait));
    }
    return found;
  }
}

interface Found {
  state: LinkState;
  reason: string;
  /** Whether asking again later may help. */
  isPassing?: boolean;
  /** Whether the host asked us to come more slowly. */
  isBusy?: boolean;
  /** Milliseconds, as the host asked. */
  retryAfter?: number;
}

async function ask(address: string, method: 'HEAD' | 'GET', timeout: number): Promise<Found> {
  try {
    const response = await fetch(address, {
      method,
      headers: {'user-agent': userAgent, accept: '*/*'},
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return foundBy(response);
  } catch (error) {
    const {name, cause} = error as Error & {cause?: {code?: string; message?: string}};
    if (name === 'TimeoutError') {
      return {state: 'doubtful', reason: '답이 늦습니다', isPassing: true};
    }
    if (cause?.code === 'ENOTFOUND') {
      return {state: 'dead', reason: '없는 도메인입니다'};
    }
    const reason = cause?.code ?? cause?.message ?? (error as Error).message;
    return {state: 'doubtful', reason: `이어지지 않습니다 (${reason})`, isPassing: true};
  }
}

function foundBy({ok, status, headers}: Response): Found {
  if (ok) {
    return {state: 'alive', reason: ''};
  }
  if (status === 404 || status === 410) {
    return {state: 'dead', reason: `없는 페이지입니다 (${status})`};
  }
  const seconds = Number(headers.get('retry-after'));
  return {
    state: 'doubtful',
    reason: `확인할 수 없습니다 (${status})`,
    isPassing: status === 429 || status >= 500,
    isBusy: status === 429,
    ...(seconds > 0 ? {retryAfter: seconds * 1000} : {}),
  };
}
