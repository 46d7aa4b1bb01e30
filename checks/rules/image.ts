import path from 'node:path';

import {imageSize} from 'image-size';
import {visit} from 'unist-util-visit';

import type {Page} from '../../content-model/markdown.ts';
import {positionOf, type ContentEntry, type Found, type Rule} from '../rule.ts';
import {versionFolder} from '../versions.ts';

const maximumPixels = 2000;
const formats: Record<string, string> = {
  png: 'png',
  jpg: 'jpg',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
};
const imageFile = /\.(png|jpg|jpeg|gif|webp)$/;

/** The head of a PNG file; no more is read of it. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(13, 8);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

const image = 'docs/docker/img/a.png';
const bad = (text: string, place = 'docs/docker/a.md:1:1', content: Uint8Array = png(10, 10)) => ({
  files: {'docs/docker/a.md': text, [image]: content},
  findings: [place] as [string],
});
const used = '![도식](img/a.png)';

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
  ],
  good: [
    {files: {'docs/docker/a.md': used, [image]: png(800, 600)}},
    {files: {'docs/docker/a.md': '![도식][b]\n\n[b]: ./img/a.png "제목"', [image]: png(1, 1)}},
  ],
  check: ({pages, entries}) => {
    const images = entries.filter(({file}) => imageFile.test(file));
    const files = new Set(images.map(({file}) => file));
    const used = new Set<string>();
    const found = pages.flatMap((page): Found[] => {
      const uses = imagesOf(page);
      return uses.flatMap(({url, alt, place}) => {
        const file = fileOf(page, url);
        const message =
          file === undefined || !files.has(file)
            ? `그림은 글 옆의 img 폴더에 두고 "img/이름.png"처럼 잇습니다 (png, jpg, gif, webp). 찾을 수 없는 그림: "${url.slice(0, 80)}"`
            : altFault(alt);
        if (file !== undefined) {
          used.add(file);
        }
        return message ? [{file: page.file, ...place, message}] : [];
      });
    });
    return [
      ...found,
      ...images.flatMap((entry): Found[] => {
        const message = used.has(entry.file)
          ? fileFault(entry)
          : '어느 글에도 쓰이지 않는 그림입니다. 글에 넣거나 지워 주세요';
        return message ? [{file: entry.file, line: 1, column: 1, message}] : [];
      }),
    ];
  },
};

function imagesOf({root}: Page) {
  const addresses = new Map<string, string>();
  visit(root, 'definition', ({identifier, url}) => {
    addresses.set(identifier, addresses.get(identifier) ?? url);
  });
  const found: {url: string; alt: string; place: {line: number; column: number}}[] = [];
  visit(root, (node) => {
    if (node.type === 'image') {
      found.push({url: node.url, alt: node.alt ?? '', place: positionOf(node)});
    } else if (node.type === 'imageReference') {
      const url = addresses.get(node.identifier) ?? '';
      found.push({url, alt: node.alt ?? '', place: positionOf(node)});
    }
  });
  return found;
}

/** The file that an address leads to, or undefined when it leads out of the version. */
function fileOf(page: Page, url: string): string | undefined {
  if (!/^(?:\.{1,2}\/)*(?:[a-z0-9-]+\/)*[a-z0-9-]+\.[a-z]+$/.test(url)) {
    return undefined;
  }
  const file = path.posix.join(path.posix.dirname(page.file), url);
  return file.startsWith(`${versionFolder(page)}/`) ? file : undefined;
}

function altFault(alt: string): string | undefined {
  return /[가-힣a-z]{2}|[가-힣]/i.test(alt) && !/\.(png|jpe?g|gif|webp)$/i.test(alt.trim())
    ? undefined
    : '그림에 설명이 없습니다. ![여기]에 그림이 보여 주는 것을 한 문장으로 적어 주세요';
}

function fileFault({file, bytes}: ContentEntry): string | undefined {
  if (!bytes) {
    return undefined; // Too large, or a link: not read.
  }
  try {
    const {width, height, type} = imageSize(bytes);
    if (type !== formats[path.extname(file).slice(1)]) {
      return `이름은 ${path.extname(file)}인데 내용은 ${type}입니다. 이름을 맞춰 주세요`;
    }
    return Math.max(width, height) > maximumPixels
      ? `그림이 너무 큽니다(${width}×${height}). 긴 쪽을 ${maximumPixels}픽셀 이하로 줄여 주세요`
      : undefined;
  } catch {
    return '그림으로 읽히지 않는 파일입니다. 다시 저장해 주세요';
  }
}
