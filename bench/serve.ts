import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.xml': 'application/xml',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml']);

/** Serves a built site as a CDN would: brotli at its best level, long caching for assets. */
export async function serveForBench(
  folder: string,
): Promise<{origin: string; close: () => void}> {
  const compressed = new Map<string, Buffer>();
  const bodyOf = (file: string) => {
    const body = compressed.get(file) ?? compress(file);
    compressed.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const file = fileFor(
      folder,
      decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname),
    );
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const extension = path.extname(file);
    response.writeHead(200, {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Cache-Control':
        extension === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      ...(compressible.has(extension) ? {'Content-Encoding': 'br'} : {}),
    });
    response.end(bodyOf(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The file of an address: itself, its folder's index, or itself with `.html`. */
function fileFor(folder: string, address: string): string | undefined {
  const target = path.join(folder, address);
  return [target, path.join(target, 'index.html'), `${target}.html`].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

function compress(file: string): Buffer {
  const body = readFileSync(file);
  return compressible.has(path.extname(file)) ? brotliCompressSync(body) : body;
}
