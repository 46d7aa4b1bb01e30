import {existsSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

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
    request.url = url.slice(baseUrl.length - 1);
    for (const [name, value] of Object.entries(headersFor(request.url, rules()))) {
      response.setHeader(name, value);
    }
    void handler(request, response, {public: folder, trailingSlash: true});
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

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
