import {inflateSync} from 'node:zlib';

import {imageSize} from 'image-size';

/** What a picture beside a page may weigh, and the longer of its sides. */
const maximumPictureBytes = 300 * 1024;
const maximumPicturePixels = 2000;

type Format = 'png' | 'jpg' | 'gif' | 'webp';

const formats: Readonly<Record<string, Format>> = {
  png: 'png',
  jpg: 'jpg',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
};

/** What the parts of a file say, once all of it has been walked through. */
interface Parts {
  /** Where the picture ends in the file. */
  end: number;
  isAnimated: boolean;
  exif?: Exif;
}

interface Exif {
  orientation: number;
  hasPosition: boolean;
}

const cut = '그림이 중간에서 끊겼거나 깨졌습니다. 다시 저장해 주세요';

/**
 * Why a file cannot be the picture of a page, in Korean, or undefined. All of the file is walked
 * through: a cut picture, a second file behind its end, one that moves, and where it was taken
 * are all behind a head that looks right.
 * @param extension of its name: `png`
 */
export function pictureFault(extension: string, bytes: Uint8Array): string | undefined {
  let size: ReturnType<typeof imageSize>;
  let parts: Parts;
  try {
    size = imageSize(bytes);
  } catch {
    return '그림으로 읽히지 않는 파일입니다. 다시 저장해 주세요';
  }
  const format = formats[extension];
  if (format === undefined || size.type !== format) {
    return `이름은 .${extension}인데 내용은 ${size.type}입니다. 이름을 맞춰 주세요`;
  }
  if (bytes.length > maximumPictureBytes) {
    return `그림이 ${Math.ceil(bytes.length / 1024)}KB입니다. ${maximumPictureBytes / 1024}KB 이하로 줄여 주세요`;
  }
  if (Math.max(size.width, size.height) > maximumPicturePixels) {
    return `그림이 너무 큽니다(${size.width}×${size.height}). 긴 쪽을 ${maximumPicturePixels}픽셀 이하로 줄여 주세요`;
  }
  try {
    parts = readers[format](bytes);
  } catch {
    return cut;
  }
  if (parts.end !== bytes.length) {
    return parts.end > bytes.length
      ? cut
      : '그림이 끝난 뒤에 다른 것이 붙어 있습니다. 그림 편집기에서 다시 저장해 주세요';
  }
  if (parts.isAnimated) {
    return '움직이는 그림은 쓰지 않습니다. 한 장면만 저장해 주세요';
  }
  if (parts.exif?.hasPosition) {
    return '찍은 곳의 위치(GPS)가 들어 있습니다. 그림 편집기에서 위치를 지우고 다시 저장해 주세요';
  }
  return parts.exif && parts.exif.orientation > 1
    ? '그림이 돌려서 보라는 표시(EXIF)와 함께 저장되어 크기가 어긋납니다. 바로 세워 다시 저장해 주세요'
    : undefined;
}

const readers: Record<Format, (bytes: Uint8Array) => Parts> = {
  png: readPng,
  jpg: readJpeg,
  gif: readGif,
  webp: readWebp,
};

/** https://www.w3.org/TR/png-3/#5DataRep */
function readPng(bytes: Uint8Array): Parts {
  const view = viewOf(bytes);
  const parts: Parts = {end: 8, isAnimated: false};
  const data: Uint8Array[] = [];
  for (let kind = ''; kind !== 'IEND';) {
    const length = view.getUint32(parts.end);
    kind = letters(bytes, parts.end + 4, 4);
    const content = bytes.subarray(parts.end + 8, parts.end + 8 + length);
    parts.end += 12 + length;
    view.getUint8(parts.end - 1);
    if (kind === 'IDAT') {
      data.push(content);
    } else if (kind === 'acTL') {
      parts.isAnimated = true;
    } else if (kind === 'eXIf') {
      parts.exif = readExif(content);
    }
  }
  const header = {width: view.getUint32(16), height: view.getUint32(20), depth: view.getUint8(24)};
  const channels = [1, 0, 3, 1, 2, 0, 4][view.getUint8(25)] ?? 0;
  const rows = header.height * Math.ceil((header.width * header.depth * channels) / 8);
  const inflated = inflateSync(Buffer.concat(data), {maxOutputLength: rows * 2 + 100_000});
  // An interlaced picture has some rows more.
  if (channels === 0 || inflated.length < rows) {
    throw new Error(cut);
  }
  return parts;
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B */
function readJpeg(bytes: Uint8Array): Parts {
  const parts: Parts = {end: 2, isAnimated: false};
  for (const {marker, start, end} of jpegSegments(bytes)) {
    if (marker === 0xe1 && letters(bytes, start + 4, 4) === 'Exif') {
      parts.exif = readExif(bytes.subarray(start + 10, end));
    }
    parts.end = end;
  }
  return parts;
}

interface Segment {
  marker: number;
  start: number;
  end: number;
}

function jpegSegments(bytes: Uint8Array): Segment[] {
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  let start = 2;
  for (let marker = 0; marker !== 0xd9;) {
    if (view.getUint8(start) !== 0xff) {
      throw new Error(cut);
    }
    marker = view.getUint8(start + 1);
    let end = start + 2;
    if (marker !== 0xd9) {
      end += view.getUint16(end);
    }
    if (marker === 0xda) {
      // The picture itself: up to the next marker that is none of its own.
      while (
        view.getUint8(end) !== 0xff ||
        /^(?:0|20[89]|21[0-5])$/.test(`${view.getUint8(end + 1)}`)
      ) {
        end += 1;
      }
    }
    segments.push({marker, start, end});
    start = end;
  }
  return segments;
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function readGif(bytes: Uint8Array): Parts {
  const view = viewOf(bytes);
  const tableAfter = (at: number) => {
    const flags = view.getUint8(at);
    return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  };
  const afterBlocks = (from: number) => {
    let at = from;
    for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) {
      at += length + 1;
    }
    return at + 1;
  };
  let at = 13 + tableAfter(10);
  let frames = 0;
  for (let kind = view.getUint8(at); kind !== 0x3b; kind = view.getUint8(at)) {
    if (kind === 0x21) {
      at = afterBlocks(at + 2);
    } else if (kind === 0x2c) {
      frames += 1;
      at = afterBlocks(at + 11 + tableAfter(at + 9));
    } else {
      throw new Error(cut);
    }
  }
  if (frames === 0) {
    throw new Error(cut);
  }
  return {end: at + 1, isAnimated: frames > 1};
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(bytes: Uint8Array): Parts {
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  const parts: Parts = {end, isAnimated: false};
  for (let at = 12; at < end;) {
    const kind = letters(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    if (kind === 'ANIM' || kind === 'ANMF') {
      parts.isAnimated = true;
    } else if (kind === 'EXIF') {
      const content = bytes.subarray(at + 8, at + 8 + length);
      parts.exif = readExif(letters(content, 0, 4) === 'Exif' ? content.subarray(6) : content);
    }
    at += 8 + length + (length % 2);
    view.getUint8(at - 1);
  }
  return parts;
}

/** The first directory of a TIFF: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6 */
function readExif(tiff: Uint8Array): Exif {
  const exif: Exif = {orientation: 1, hasPosition: false};
  try {
    const view = viewOf(tiff);
    const isLittle = letters(tiff, 0, 2) === 'II';
    const directory = view.getUint32(4, isLittle);
    const count = view.getUint16(directory, isLittle);
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + 12 * entry;
      const tag = view.getUint16(at, isLittle);
      if (tag === 0x0112) {
        exif.orientation = view.getUint16(at + 8, isLittle);
      } else if (tag === 0x8825) {
        exif.hasPosition = true;
      }
    }
  } catch {
    // What no reader can read says nothing.
  }
  return exif;
}

/**
 * A JPEG without what cameras write beside the picture: where and with what it was taken. As it
 * is where that would turn the picture, and any other file.
 */
export function withoutCameraData(bytes: Uint8Array): Uint8Array {
  try {
    if (imageSize(bytes).type !== 'jpg' || (readJpeg(bytes).exif?.orientation ?? 1) > 1) {
      return bytes;
    }
    const kept = jpegSegments(bytes).filter(({marker}) => marker !== 0xe1 && marker !== 0xed);
    return Buffer.concat([
      bytes.subarray(0, 2),
      ...kept.map(({start, end}) => bytes.subarray(start, end)),
    ]);
  } catch {
    return bytes;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function letters(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
