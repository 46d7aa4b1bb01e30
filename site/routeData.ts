import path from 'node:path';

import type {LoadContext} from '@docusaurus/types';

/**
 * Names a file of `createData` for the modules of a route: not by its absolute path, which
 * would become part of what every reader downloads.
 */
export function routeData({generatedFilesDir}: LoadContext, file: string): string {
  return `@generated/${path.relative(generatedFilesDir, file).replaceAll('\\', '/')}`;
}
