import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {
  missingLicenseMessage,
  packagesWithoutLicense,
  readLicenses,
  type Kind,
} from './readLicenses.ts';

const kinds: Kind[] = ['fonts', 'code'];

/** The license that a package itself comes with; undefined for one without. */
function ownLicense(name: string): string | undefined {
  const folders = [name, `${name}/dist`].map((part) =>
    path.join(repositoryRoot, 'node_modules', part),
  );
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => /^(licen[sc]e|copying)(\.\w+)?$/i.test(file))
          .map((file) => path.join(folder, file))
      : [],
  );
  return files[0] && readFileSync(files[0], 'utf8').replaceAll('\r\n', '\n').trim();
}

describe('licenses/', () => {
  for (const kind of kinds) {
    for (const {packages, name, text} of readLicenses(repositoryRoot, kind)) {
      it(`${packages.join(', ')}: 설치된 패키지의 라이선스와 같다`, () => {
        for (const one of packages) {
          assert.equal(text, ownLicense(one) ?? text, one);
        }
        assert.match(text, /copyright/i);
        assert.ok(name.length > 2);
      });
    }
  }

  it('독자가 받는 파일의 패키지 가운데 없는 것을 찾아, 옮길 명령을 알린다', () => {
    const files = [
      '/site/src/components/Code/index.tsx',
      '/site/node_modules/es-hangul/index.js',
      '/site/node_modules/@acme/widget/lib/index.js',
      '/site/node_modules/es-hangul/node_modules/left-pad/index.js',
      'C:\\site\\node_modules\\@acme\\widget\\lib\\a.js',
    ];
    const packages = packagesWithoutLicense(repositoryRoot, files);
    assert.deepEqual(packages, ['@acme/widget', 'left-pad']);
    assert.match(
      missingLicenseMessage(packages),
      /cp node_modules\/@acme\/widget\/LICENSE licenses\/code\/@acme\/widget\.txt/,
    );
  });
});
