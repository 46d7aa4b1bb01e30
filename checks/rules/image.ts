import path from 'node:path';
import {deflateSync} from 'node:zlib';

import {nodesIn} from '../../lib/nodes.ts';

import type {Page} from '../../content-model/markdown.ts';
import {decoded} from '../../lib/address.ts';
import {pictureFault} from '../../lib/node/pictureFault.ts';
import {isEmptyAlt} from '../imageText.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

const imageFile = /\.(png|jpg|jpeg|gif|webp)$/i;

/** A whole PNG file: white, of one bit a pixel. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 0xff).fill(0, 0, 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(Array<Uint8Array>(height).fill(row)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(kind: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
}

/** A GIF of one pixel and as many frames. */
function gif(frames: number): Uint8Array {
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Buffer.from([
    ...Buffer.from('GIF89a'),
    ...[1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...Array.from({length: frames}, () => frame).flat(),
    0x3b,
  ]);
}

/** A JPEG whose EXIF has one entry; of the picture only what says how large it is. */
function jpeg(tag: number, value: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(tag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(value, 18);
  return Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0'), ...tiff],
    ...[0xff, 0xc0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9],
  ]);
}

const image = 'docs/docker/img/a.png';
const bad = (text: string, place = 'docs/docker/a.md:1:1', content: Uint8Array = png(10, 10)) => ({
  files: {'docs/docker/a.md': text, [image]: content},
  findings: [place] as [string],
});
const used = '![도식](img/a.png)';
const badFile = (name: string, content: Uint8Array) => ({
  files: {'docs/docker/a.md': `![도식](img/${name})`, [`docs/docker/img/${name}`]: content},
  findings: [`docs/docker/img/${name}:1:1`] as [string],
});

export const imageRule: Rule = {
  id: 'image',
  why: '그림은 글과 함께 저장소에 있고, 볼 수 없는 독자도 설명으로 읽고, 받는 데 오래 걸리지 않아야 합니다.',
  bad: [
    bad(`![도식](https://example.com/a.png) ${used}`),
    bad('![](img/a.png)'),
    bad('![a.png](img/a.png)'),
    bad(`![도식](img/no-such.png) ${used}`),
    bad(`![도식](../../../etc/passwd.png) ${used}`),
    bad(`![도식](/img/logo.svg) ${used}`),
    bad(`![도식](!!raw-loader!./img/a.png) ${used}`),
    bad(`![도식](img/a.svg) ${used}`),
    bad(`![도식][b] ${used}\n\n[b]: img/no-such.png`),
    bad(used, `${image}:1:1`, png(9000, 10)),
    bad(used, `${image}:1:1`, new TextEncoder().encode('<svg onload="alert(1)"/>')),
    bad('글', `${image}:1:1`),
    bad(used, `${image}:1:1`, png(10, 10).subarray(0, 50)),
    bad(used, `${image}:1:1`, Buffer.concat([png(10, 10), Buffer.from('PK\x03\x04')])),
    badFile('a.gif', gif(2)),
    // Where it was taken, and a picture that lies on its side.
    badFile('a.jpg', jpeg(0x8825, 1)),
    badFile('a.jpg', jpeg(0x0112, 6)),
    ...['스크린샷', 'Untitled 1', 'image', 'enter image description here', '그림', 'alt text'].map(
      (alt) => bad(`![${alt}](img/a.png)`),
    ),
    bad('![도식](img/A.png)'),
  ],
  good: [
    {files: {'docs/docker/a.md': used, [image]: png(800, 600)}},
    {files: {'docs/docker/a.md': '![도식](img/a.gif)', 'docs/docker/img/a.gif': gif(1)}},
    {files: {'docs/docker/a.md': '![도식](img/a.jpg)', 'docs/docker/img/a.jpg': jpeg(0x0112, 1)}},
    // Of a name that no picture may have, the rule of files tells.
    {
      files: {
        'docs/docker/a.md': '![도식](img/레이어.png)',
        'docs/docker/img/레이어.png': png(1, 1),
      },
    },
    {files: {'docs/docker/a.md': '![도식](img/a.PNG)', 'docs/docker/img/a.PNG': png(1, 1)}},
    {files: {'docs/docker/a.md': '![도식][b]\n\n[b]: ./img/a.png "제목"', [image]: png(1, 1)}},
  ],
  check: ({pages, entries}) => {
    const images = entries.filter(({file}) => imageFile.test(file));
    const nameOf = new Map(images.map(({file}) => [sameName(file), file]));
    const used = new Set<string>();
    const found = pages.flatMap((page): Found[] =>
      imagesOf(page).flatMap(({url, alt, place}) => {
        const file = fileOf(page, url);
        const known = file === undefined ? undefined : nameOf.get(sameName(file));
        if (known !== undefined) {
          used.add(known);
        }
        const message =
          known === undefined
            ? `그림은 글 옆의 img 폴더에 두고 "img/이름.png"처럼 잇습니다 (png, jpg, gif, webp). 찾을 수 없는 그림: "${url.slice(0, 80)}"`
            : known !== file
              ? `그림의 이름과 대소문자까지 같게 적어 주세요. 있는 그림: "${path.posix.basename(known)}"`
              : altFault(alt);
        return message ? [{file: page.file, ...place, message}] : [];
      }),
    );
    return [
      ...found,
      ...images.flatMap(({file, bytes}): Found[] => {
        const message = !used.has(file)
          ? '어느 글에도 쓰이지 않는 그림입니다. 글에 넣거나 지워 주세요'
          : // What is too large, or a link, was not read.
            bytes && pictureFault(path.extname(file).slice(1).toLowerCase(), bytes);
        return message ? [{file, line: 1, column: 1, message}] : [];
      }),
    ];
  },
};

/** As file systems compare names that differ in case or in how their Hangul is written. */
function sameName(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

/** The pictures that a page shows, by their files where there is one of the address. */
export function picturesOf(page: Page): string[] {
  return imagesOf(page).flatMap(({url}) => fileOf(page, url) ?? []);
}

function imagesOf({root}: Page) {
  const addresses = new Map<string, string>();
  for (const {
    node: {identifier, url},
  } of nodesIn(root, 'definition')) {
    addresses.set(identifier, addresses.get(identifier) ?? url);
  }
  return nodesIn(root, 'image', 'imageReference').map(({node}) => ({
    url: node.type === 'image' ? node.url : (addresses.get(node.identifier) ?? ''),
    alt: node.alt ?? '',
    place: positionOf(node),
  }));
}

/** The file that an address leads to, or undefined when it leads out of the version. */
function fileOf(page: Page, url: string): string | undefined {
  const address = decoded(url);
  if (!/^(?:\.{1,2}\/)*(?:[\p{L}\p{N}_ .-]+\/)*[\p{L}\p{N}_ .()-]+\.[a-z]+$/iu.test(address)) {
    return undefined;
  }
  const file = path.posix.join(path.posix.dirname(page.file), address);
  return file.startsWith(`${versionFolder(page)}/`) ? file : undefined;
}

function altFault(alt: string): string | undefined {
  return isEmptyAlt(alt)
    ? '그림에 설명이 없습니다. ![여기]에 그림이 보여 주는 것을 한 문장으로 적어 주세요'
    : undefined;
}
