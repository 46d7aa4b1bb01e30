import {benchPages} from '../bench/pages/index.ts';
import {benchPdf} from '../bench/pdf/index.ts';
import {benchSearch} from '../bench/search/index.ts';
import {runCommand, WrongUse} from './command.ts';

/** Each measurement is a folder of bench/. */
const benches = new Map<string, () => Promise<boolean>>([
  ['pages', benchPages],
  ['pdf', benchPdf],
  ['search', benchSearch],
]);

const usage = `npm run bench -- ${[...benches.keys()].join('|')}`;

/** `npm run bench`: ends with 1 when the bench finds our site wanting. */
void runCommand({usage, allowPositionals: true}, async ({positionals: [name = '', ...rest]}) => {
  const bench = benches.get(name);
  if (!bench || rest.length > 0) {
    throw new WrongUse();
  }
  process.exitCode = (await bench()) ? 0 : 1;
});
