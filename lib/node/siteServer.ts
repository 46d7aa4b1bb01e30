import {createReadStream, existsSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {finished} from 'node:stream';

import handler from 'serve-handler';

import {headersFile, headersFor, parseHeaders} from './headersFile.ts';

/** A built site, served on this machine. */
export interface SiteServer {
  /** Address of the home page, e.g. `http://localhost:3000/`. */
  address: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site below `baseUrl`, as a static host would, with the headers of its `_headers`.
 * @param port 0 lets the system choose one
 * @throws Error with `code: 'EADDRINUSE'` when the port is taken
 */
export async function serveSite(
  folder: string,
  baseUrl: string,
  port: number,
): Promise<SiteServer> {
  const file = path.join(folder, headersFile);
  // Each time: `npm run build` may have put another site in the folder.
  const rules = () => (existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : []);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(baseUrl)) {
      response.writeHead(302, {Location: baseUrl}).end();
      return;
    }
    request.url = isAddress(url) ? url.slice(baseUrl.length - 1) : missing;
    for (const [name, value] of Object.entries(headersFor(request.url, rules()))) {
      response.setHeader(name, value);
    }
    void handler(
      request,
      response,
      {public: folder, trailingSlash: true, directoryListing: false},
      {
        // A reader who goes away leaves no file open.
        createReadStream: (...file: Parameters<typeof createReadStream>) => {
          const stream = createReadStream(...file);
          finished(response, () => stream.destroy());
          return stream;
        },
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, 'localhost', resolve);
  });
  const {port: actualPort} = server.address() as AddressInfo;
  return {
    address: `http://localhost:${actualPort}${baseUrl}`,
    close: () => closeServer(server),
  };
}

/** Where nothing is, so that the site's own page says so. */
const missing = '/-/';

/** No file has a name that cannot be decoded, leads out of the folder, or holds what ends names. */
function isAddress(url: string): boolean {
  try {
    const [address = ''] = url.split('?');
    return !decodeURIComponent(address)
      .split(/[/\\]/)
      .some((part) => part === '..' || part.includes('\0'));
  } catch {
    return false;
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
