import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {versionsOf, type BuiltVersion} from '../../outputs/builtSite.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {createPdf} from '../../outputs/book/index.ts';
import {withPrinter} from '../../outputs/book/pdf/printer.ts';
import {buildFolder, builtPages as pages} from '../site.ts';

describe('npm run pdf', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-pdf-'));
  });
  after(() => rmSync(folder, {recursive: true}));

  function run(
    commandArguments: string[],
    environment: NodeJS.ProcessEnv = {},
  ): {status: number | null; error: string} {
    const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
    const {status, stderr} = spawnSync(
      process.execPath,
      [tsx, path.join(repositoryRoot, 'scripts/pdf.ts'), ...commandArguments],
      {cwd: folder, encoding: 'utf8', env: {...process.env, ...environment}},
    );
    return {status, error: stderr};
  }

  /** The shortest book. */
  const shortest = '1.0';
  const shortestVersion = versionsOf(pages).find(({name}) => name === shortest) as BuiltVersion;

  it('다른 시간대에서 다시 만들어도 빌드가 만든 것과 바이트까지 같다', () => {
    // The longest: what Chromium does differently from one time to the next shows there first.
    const [{name: longest}] = versionsOf(pages).filter(({isReleased}) => isReleased) as [
      BuiltVersion,
    ];
    const built = readFileSync(path.join(buildFolder, 'pdf', `${longest}.pdf`));
    const file = path.join(folder, 'again.pdf');
    // As far from Korea as a clock can be: the same moment is of another day there.
    const {status, error} = run(['--version', longest, '--out', file], {
      TZ: 'Pacific/Pago_Pago',
      LANG: 'C',
    });
    assert.equal(status, 0, error);
    assert.ok(readFileSync(file).equals(built));
  });

  it('다른 버전과 다른 종이도 고를 수 있다', () => {
    const file = path.join(folder, 'b5.pdf');
    assert.equal(run(['--version', shortest, '--paper', 'b5', '--plain', '--out', file]).status, 0);
    assert.match(readFileSync(file, 'latin1'), /^%PDF-1\.7/);
  });

  const faults: {
    name: string;
    run: (file: string) => {status: number | null; error: string};
    message?: RegExp;
  }[] = [
    {
      name: '없는 브라우저',
      run: (file) =>
        run(['--version', shortest, '--out', file], {CHROME_PATH: path.join(folder, 'no-browser')}),
    },
    {name: '없는 버전', run: (file) => run(['--out', file, '--version', '0.1'])},
    {name: '없는 종이', run: (file) => run(['--out', file, '--paper', 'b6'])},
    {name: '모르는 인자', run: (file) => run(['--out', file, '--papr', 'a5'])},
    {
      name: '쓸 수 없는 자리',
      run: (file) => run(['--version', shortest, '--out', path.join(file, 'book.pdf')]),
    },
    {
      name: '가득 찬 디스크',
      run: (file) => {
        const disk = path.join(folder, 'full-disk.cjs');
        writeFileSync(disk, fullDisk);
        return run(['--version', shortest, '--out', file], {
          NODE_OPTIONS: `--require ${JSON.stringify(disk)}`,
        });
      },
      message: /디스크가 가득 찼습니다/,
    },
  ];
  for (const fault of faults) {
    it(`${fault.name}: 한국어 한 줄로 알리고 1로 끝나며, 앞선 파일을 그대로 둔다`, () => {
      const file = path.join(folder, 'good.pdf');
      writeFileSync(file, 'good');
      const {status, error} = fault.run(file);
      assert.equal(status, 1);
      assert.match(error, /^[^\n]*[가-힣][^\n]*\n$/);
      assert.match(error, fault.message ?? /./);
      assert.equal(readFileSync(file, 'utf8'), 'good');
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.includes('partial')),
        [],
      );
    });
  }

  for (const [name, deaths, outcome] of [
    ['한 번 죽으면 다시 띄워 인쇄한다', 1, undefined],
    ['두 번 죽으면 한국어로 알린다', 2, /브라우저가 갑자기 꺼졌습니다/],
  ] as const) {
    it(
      `인쇄하던 브라우저가 ${name}`,
      {skip: process.platform === 'linux' ? false : '/proc가 있어야 브라우저를 찾습니다'},
      async () => {
        let killed = 0;
        const progress = (step: string) => {
          if (step.startsWith('인쇄') && killed < deaths) {
            killed += 1;
            killBrowser();
          }
        };
        const pdf = createPdf(
          {folder: buildFolder, pages},
          shortestVersion,
          {paper: 'a5', isPlain: false},
          progress,
        );
        if (outcome) {
          await assert.rejects(pdf, outcome);
        } else {
          assert.ok((await pdf).pageCount > 10);
        }
        assert.equal(killed, deaths);
      },
    );
  }

  it('제때 인쇄하지 못하면 브라우저를 멈추고 한국어로 알린다', async () => {
    await assert.rejects(
      withPrinter('<p>책', {folder: buildFolder, patience: 10}, (printer) => printer.layOut()),
      /0\.01초 안에 인쇄하지 못해/,
    );
  });
});

/** Loaded before the command: a disk that takes half of the file. */
const fullDisk = `
const files = require('node:fs/promises');
const {writeFile} = files;
files.writeFile = async (file, data) => {
  if (!file.endsWith('.partial')) {
    return writeFile(file, data);
  }
  await writeFile(file, data.subarray(0, data.length / 2));
  throw Object.assign(new Error('no space left on device'), {code: 'ENOSPC'});
};
`;

/** Ends the one process that this one has started: the browser. */
function killBrowser(): void {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();
  for (const child of children.split(/\s+/)) {
    if (readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--remote-debugging')) {
      process.kill(Number(child), 'SIGKILL');
    }
  }
}
