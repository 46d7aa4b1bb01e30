import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';

import type {Browser, Page} from 'playwright-core';

import {launchBrowser} from '../../lib/node/browser.ts';
import {diagramStyleSheet, mermaidConfiguration} from './appearance.ts';
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
const secondsPerDiagram = 30;

/**
 * Draws the sources with the real Mermaid, one after another, in one browser.
 * A browser that crashes or hangs is started again once.
 * @throws DiagramError for a source that Mermaid refuses
 * @throws Error in Korean when no browser can be started
 */
export async function renderDiagrams(sources: readonly string[]): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>();
  const rendererPage = new RendererPage();
  try {
    for (const source of sources) {
      drawings.set(source, await rendererPage.draw(source));
    }
  } finally {
    await rendererPage.close();
  }
  return drawings;
}

class RendererPage {
  #browser: Browser | undefined;
  #page: Page | undefined;
  #hasRestarted = false;

  async draw(source: string): Promise<Drawing> {
    try {
      const page = await this.#open();
      const result = await withTimeout(
        page.evaluate(drawInPage, {source, configuration: mermaidConfiguration}),
      );
      if ('fault' in result) {
        throw new DiagramError(source, result.fault);
      }
      return result;
    } catch (error) {
      if (error instanceof DiagramError || this.#hasRestarted || !this.#browser) {
        throw error;
      }
      this.#hasRestarted = true;
      await this.close();
      return this.draw(source);
    }
  }

  async close(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    this.#page = undefined;
    await browser?.close();
  }

  async #open(): Promise<Page> {
    if (!this.#page) {
      this.#browser = await launchBrowser();
      this.#page = await this.#browser.newPage();
      await preparePage(this.#page);
    }
    return this.#page;
  }
}

/** Loads Mermaid, and the fonts and styles that the reader's page will have. */
async function preparePage(page: Page): Promise<void> {
  const face = async (weight: number, name: string) => {
    const file = require.resolve(`pretendard/dist/web/static/woff2/${name}.woff2`);
    const data = (await readFile(file)).toString('base64');
    return `@font-face{font-family:Pretendard;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  };
  const styles = [
    await face(400, 'Pretendard-Regular'),
    await face(700, 'Pretendard-Bold'),
    await diagramStyleSheet(),
  ].join('\n');
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

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`그림 하나를 ${secondsPerDiagram}초 안에 그리지 못했습니다.`)),
      secondsPerDiagram * 1000,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
