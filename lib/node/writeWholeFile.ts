import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';

const reasons: Record<string, string> = {
  EACCES: '쓸 권한이 없습니다',
  EPERM: '쓸 권한이 없습니다',
  EROFS: '읽기 전용입니다',
  ENOENT: '그 자리에는 파일을 만들 수 없습니다',
  EISDIR: '같은 이름의 폴더가 있습니다',
  ENOTDIR: '폴더 자리에 파일이 있습니다',
  EEXIST: '폴더 자리에 파일이 있습니다',
  ENOSPC: '디스크가 가득 찼습니다',
  EDQUOT: '디스크 사용 한도를 넘었습니다',
};

/**
 * Writes beside the file and then puts it in place: a reader never finds half a
 * file, and a failure leaves the one that was there.
 * @throws Error in Korean when it cannot be written
 */
export async function writeWholeFile(file: string, data: string | Uint8Array): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(partial, data);
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, {force: true}).catch(() => undefined);
    const {code, message} = cause as NodeJS.ErrnoException;
    throw new Error(`${file}에 쓰지 못했습니다: ${reasons[code ?? ''] ?? message}.`, {cause});
  }
}
