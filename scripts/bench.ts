import {benchBuild} from '../bench/build/index.ts';
import {benchPages} from '../bench/pages/index.ts';
import {benchPdf} from '../bench/pdf/index.ts';
import {benchSearch} from '../bench/search/index.ts';
import {runCommand, WrongUse} from './command.ts';

/** A measurement: a folder of bench/. */
interface Bench {
  run: (sizes: readonly number[]) => Promise<boolean>;
  /** Numbers of pages of the synthetic sites, where it makes some. */
  sizes?: readonly number[];
}

const benches = new Map<string, Bench>([
  ['build', {run: benchBuild, sizes: [100, 500]}],
  ['pages', {run: benchPages}],
  ['pdf', {run: benchPdf, sizes: [10, 100, 500]}],
  ['search', {run: benchSearch}],
]);

const withSizes = [...benches].filter(([, {sizes}]) => sizes).map(([name]) => name);
const usage = `npm run bench -- ${[...benches.keys()].join('|')} [--sizes 100,500] (${withSizes.join(', ')})`;

/** `npm run bench`: ends with 1 when the bench finds our site wanting. */
void runCommand(
  {usage, allowPositionals: true, options: {sizes: {type: 'string'}}},
  async ({positionals: [name = '', ...rest], values}) => {
    const bench = benches.get(name);
    if (!bench || rest.length > 0 || (values.sizes !== undefined && !bench.sizes)) {
      throw new WrongUse();
    }
    const sizes = values.sizes === undefined ? (bench.sizes ?? []) : parseSizes(values.sizes);
    process.exitCode = (await bench.run(sizes)) ? 0 : 1;
  },
);

/** `500,100` → 100 and 500. */
function parseSizes(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new WrongUse();
  }
  return sizes.sort((a, b) => a - b);
}
