import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {namesOfWoff2} from '../../outputs/fonts/readWoff2.ts';
import {readLicenses} from '../../site/licenses/readLicenses.ts';
import {buildFolder, useSite} from '../site.ts';

/** Names of the fonts in a PDF, without the prefix of a part. */
async function fontsIn(file: string): Promise<string[]> {
  const {context} = await PDFDocument.load(readFileSync(file));
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const font = object instanceof PDFDict && object.lookupMaybe(PDFName.of('FontName'), PDFName);
    return font ? [font.decodeText().replace(/^[A-Z]{6}\+/, '')] : [];
  });
}

/** `NotoEmoji-Regular` and `@fontsource/noto-emoji` begin alike. */
const lettersOf = (name: string) =>
  path
    .basename(name)
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase();

describe('라이선스', () => {
  const site = useSite();

  it('모든 페이지의 아래에서 이어지고, 실린 것의 저작권과 라이선스의 전문을 스크립트 없이 읽는다', async () => {
    const page = await site.open('docs/virtualization/', {javaScriptEnabled: false});
    await page.locator('footer').getByRole('link', {name: '라이선스', exact: true}).click();
    await page.getByRole('heading', {level: 1, name: '라이선스'}).waitFor();
    for (const [name, text] of [
      ['pretendard', /Reserved Font Name Pretendard[^]*SIL OPEN FONT LICENSE Version 1\.1/],
      ['infima', /Copyright \(c\) Facebook[^]*Permission is hereby granted, free of charge/],
    ] as const) {
      const license = page.locator('details', {has: page.locator('summary', {hasText: name})});
      await license.locator('summary').click();
      assert.match(await license.locator('pre').innerText(), text);
    }
  });

  it('사이트의 글꼴은 우리 이름이고, 저작권과 라이선스를 품고 있다', async () => {
    const folder = path.join(buildFolder, 'fonts');
    const fonts = readdirSync(folder);
    assert.ok(fonts.length > 2);
    for (const font of fonts) {
      assert.match(font, /^KkoriSans-(Regular|Bold)\.\w{10}\.woff2$/);
      const names = await namesOfWoff2(readFileSync(path.join(folder, font)));
      assert.equal(names.get(1), 'Kkori Sans');
      assert.match(names.get(0) ?? '', /Kil Hyung-jin/);
      assert.match(names.get(13) ?? '', /SIL Open Font License, Version 1\.1/);
    }
  });

  it('책에 든 글꼴마다 라이선스가 있다', async () => {
    const licensed = readLicenses(repositoryRoot, 'fonts').flatMap(({packages}) => packages);
    const folder = path.join(buildFolder, 'pdf');
    for (const file of readdirSync(folder)) {
      const fonts = await fontsIn(path.join(folder, file));
      assert.ok(fonts.length > 0, file);
      const unknown = fonts.filter(
        (font) => !licensed.some((name) => lettersOf(font).startsWith(lettersOf(name))),
      );
      assert.deepEqual(unknown, [], file);
    }
  });
});
