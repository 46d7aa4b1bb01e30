import {existsSync} from 'node:fs';
import path from 'node:path';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {serveSite} from '../lib/node/siteServer.ts';
import {siteAddress} from '../site/siteAddress.ts';

/** `npm run serve`: serves an existing `build/` on PORT (3000). */
async function serve(): Promise<void> {
  const folder = path.join(repositoryRoot, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    fail('build/가 없습니다. 먼저 npm run build를 실행해 주세요.');
  }
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    fail(`PORT는 0에서 65535 사이의 수여야 합니다: ${process.env.PORT}`);
  }
  try {
    const {address} = await serveSite(folder, siteAddress(process.env).baseUrl, port);
    console.log(`${address} 에서 볼 수 있습니다. 끝내려면 Ctrl+C를 누르세요.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      fail(
        `포트 ${port}번을 다른 프로그램이 쓰고 있습니다. PORT=${port + 1} npm run serve처럼 바꿔 주세요.`,
      );
    }
    throw error;
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

void serve();
