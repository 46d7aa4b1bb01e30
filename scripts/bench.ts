import {benchPages} from '../bench/pages/index.ts';
import {benchPdf} from '../bench/pdf/index.ts';
import {benchSearch} from '../bench/search/index.ts';

/** `npm run bench -- <what>`: each measurement is a folder of bench/. */
const benches = new Map<string, () => Promise<boolean>>([
  ['pages', benchPages],
  ['pdf', benchPdf],
  ['search', benchSearch],
]);

/** Runs the bench that the command line names; exit 1 when it finds our site wanting. */
async function bench(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  const run = benches.get(name);
  if (!run || rest.length > 0) {
    console.error(
      `무엇을 잴지 하나만 적어 주세요: npm run bench -- ${[...benches.keys()].join('|')}`,
    );
    process.exitCode = 1;
    return;
  }
  if (!(await run())) {
    process.exitCode = 1;
  }
}

void bench();
