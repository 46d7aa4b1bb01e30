import type {Run} from '../measure.ts';
import type {DevServerTimes} from './devServer.ts';

/** The same pages built by both, one after the other. */
export interface Comparison {
  pageCount: number;
  hasBooks: boolean;
  isCached: boolean;
  ours: Run;
  plain: Run;
}

/** With caches, nothing but the first page is looked at: an edit is the same. */
export interface DevServerComparison {
  ours: DevServerTimes;
  plain: DevServerTimes;
  oursCached: DevServerTimes;
  plainCached: DevServerTimes;
}
