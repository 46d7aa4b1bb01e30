import {serveSite} from '../lib/node/siteServer.ts';
import {siteAddress} from '../site/siteAddress.ts';
import {builtFolder, runCommand} from './command.ts';

const reasons: Record<string, string> = {
  EADDRINUSE: '다른 프로그램이 쓰고 있습니다',
  EACCES: '관리자만 열 수 있습니다',
};

/** `npm run serve`: serves an existing `build/` on PORT (3000). */
void runCommand({usage: 'npm run serve'}, async () => {
  const folder = builtFolder();
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT는 0에서 65535 사이의 수여야 합니다: ${process.env.PORT}`);
  }
  try {
    const {address} = await serveSite(folder, siteAddress(process.env).baseUrl, port);
    console.log(`${address} 에서 볼 수 있습니다. 끝내려면 Ctrl+C를 누르세요.`);
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason === undefined
      ? error
      : new Error(`포트 ${port}번은 ${reason}. PORT=3001 npm run serve처럼 바꿔 주세요.`);
  }
});
