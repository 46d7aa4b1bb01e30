import {fork} from 'node:child_process';
import path from 'node:path';

import type {Pdf, Progress} from './makePdf.ts';
import type {PrintJob, PrintMessage} from './makePdfProcess.ts';

/**
 * As makePdf, in a process of its own: half of the time goes into finishing what a browser has
 * printed, which several do at the same time.
 * @throws Error in Korean, as makePdf does
 */
export function makePdfApart(job: PrintJob, progress: Progress): Promise<Pdf> {
  return new Promise((resolve, reject) => {
    const printing = fork(path.join(import.meta.dirname, 'makePdfProcess.ts'), {
      // Bytes stay bytes.
      serialization: 'advanced',
    });
    printing.on('message', (message: PrintMessage) => {
      if ('step' in message) {
        progress(message.step);
      } else if ('pdf' in message) {
        resolve(message.pdf);
      } else {
        reject(message.error);
      }
    });
    printing.on('error', reject);
    printing.on('exit', () => reject(new Error('책을 인쇄하던 프로세스가 갑자기 꺼졌습니다.')));
    printing.send(job);
  });
}
