import {createHash} from 'node:crypto';
import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

import {editionFile, type Edition} from '../../lib/takeAlong.ts';
import {buildFolder} from '../site.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built site at one address, which may go away, break off, and become another build. */
export class ChangeableSite {
  address = '';
  /** After so many files none is answered any more. */
  filesLeft = Infinity;
  #server: Server | undefined;
  #port = 0;
  #changed = new Map<string, Buffer>();

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const file = (request.url ?? '/').slice(1).replace(/[?#].*/, '');
      const content = this.read(file);
      if (file !== editionFile && this.filesLeft-- <= 0) {
        response.destroy();
      } else if (content) {
        const type = types[path.extname(file) || '.html'] ?? 'application/octet-stream';
        response.writeHead(200, {'Content-Type': type}).end(content);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => {
      server.listen(this.#port, 'localhost', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.address = `http://localhost:${this.#port}/`;
    this.#server = server;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server?.close(() => resolve());
      this.#server?.closeAllConnections();
    });
  }

  read(file: string): Buffer | undefined {
    const changed = this.#changed.get(file);
    const below = path.join(
      buildFolder,
      file === '' || file.endsWith('/') ? `${file}index.html` : file,
    );
    return (
      changed ?? (existsSync(below) && statSync(below).isFile() ? readFileSync(below) : undefined)
    );
  }

  /** What is read at an address from now on, without a new list of files. */
  put(file: string, content: string): void {
    this.#changed.set(file, Buffer.from(content));
  }

  get edition(): Edition {
    return JSON.parse(String(this.read(editionFile))) as Edition;
  }

  /** Becomes another build, whose pages say so in the title. */
  publish(build: string): void {
    const edition = this.edition;
    for (const [file, entry] of Object.entries(edition.files)) {
      if (file === '' || file.endsWith('/')) {
        const html = String(this.read(file)).replace(
          /(?: 새 판 \w+)?<\/title>/,
          ` 새 판 ${build}</title>`,
        );
        this.put(file, html);
        entry[1] = createHash('sha256').update(html).digest('base64');
      }
    }
    this.put(editionFile, JSON.stringify({...edition, build}));
  }
}
