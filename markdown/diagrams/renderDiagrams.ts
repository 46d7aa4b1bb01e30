import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

import {chromium, type BrowserServer, type Page} from 'playwright-core';

import {launchBrowserServer} from '../../lib/node/browser.ts';
import {reportProgress} from '../../lib/node/reportStep.ts';
import {diagramClass} from '../../lib/pageMarkup.ts';
import {diagramStyleSheet, idPlaceholder, mermaidConfiguration} from './appearance.ts';
import {faces, typeface} from '../../lib/node/typeface.ts';
import {drawInPage} from './drawInPage.ts';

/** One SVG for light, dark and print, whose ids begin with `idPlaceholder`. */
export interface Drawing {
  svg: string;
  /** Natural size in CSS pixels. */
  width: number;
  height: number;
}

/** Mermaid could not draw a source: a fault of the author, not of the machine. */
export class DiagramError extends Error {
  readonly source: string;

  constructor(source: string, reason: string) {
    super(reason);
    this.name = 'DiagramError';
    this.source = source;
  }
}

const require = createRequire(import.meta.url);
const millisecondsPerDiagram = 30_000;

/**
 * Draws the sources with the real Mermaid, one after another, in one browser.
 * A browser that crashes or hangs is started again once.
 * @param patience milliseconds that one diagram may take
 * @throws DiagramError for a source that Mermaid refuses
 * @throws Error in Korean when no browser starts, or it fails a second time
 */
export async function renderDiagrams(
  sources: readonly string[],
  patience = millisecondsPerDiagram,
): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>();
  const drawingBoard = new DrawingBoard(patience);
  try {
    for (const [index, source] of sources.entries()) {
      reportProgress(`${index + 1}/${sources.length}`);
      drawings.set(source, await drawingBoard.draw(source));
    }
  } finally {
    await drawingBoard.close();
  }
  return drawings;
}

/** A page with Mermaid in a browser of its own. */
class DrawingBoard {
  readonly #patience: number;
  #server: BrowserServer | undefined;
  #page: Page | undefined;
  #hasRestarted = false;

  constructor(patience: number) {
    this.#patience = patience;
  }

  async draw(source: string): Promise<Drawing> {
    let result: Awaited<ReturnType<typeof drawInPage>>;
    try {
      result = await withTimeout(this.#evaluate(source), this.#patience);
    } catch (cause) {
      if (!this.#server) {
        throw cause;
      }
      if (this.#hasRestarted) {
        throw new Error('그림을 그리는 브라우저가 두 번 멈췄습니다.', {cause});
      }
      this.#hasRestarted = true;
      await this.close();
      return this.draw(source);
    }
    if ('fault' in result) {
      throw new DiagramError(source, result.fault);
    }
    return result;
  }

  /** Kills: there is nothing to save, and a browser that hangs does not close. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#page = undefined;
    await server?.kill();
  }

  async #evaluate(source: string): Promise<Drawing | {fault: string}> {
    const page = this.#page ?? (await this.#open());
    return page.evaluate(drawInPage, {
      source,
      id: idPlaceholder,
      className: diagramClass,
      configuration: mermaidConfiguration,
    });
  }

  async #open(): Promise<Page> {
    this.#server = await launchBrowserServer();
    const browser = await chromium.connect(this.#server.wsEndpoint());
    const page = await browser.newPage();
    await preparePage(page);
    this.#page = page;
    return page;
  }
}

/** Loads Mermaid, and the fonts and styles that the reader's page will have. */
async function preparePage(page: Page): Promise<void> {
  const fonts = faces.map(({weight, woff2}) => {
    const data = readFileSync(woff2).toString('base64');
    return `@font-face{font-family:${typeface.diagramFamily};font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  });
  const styles = [...fonts, diagramStyleSheet()].join('\n');
  await page.setContent(
    `<!doctype html><html lang="ko"><style>${styles}</style><body></body></html>`,
  );
  await page.addScriptTag({path: require.resolve('mermaid/dist/mermaid.min.js')});
  // esbuild, under which the tests run, wraps named functions in this helper.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
  });
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`그림 하나를 ${milliseconds / 1000}초 안에 그리지 못했습니다.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
