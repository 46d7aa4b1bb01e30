import type {Page} from 'playwright-core';

export interface Found {
  address: string;
  text: string;
}

/** What the dialog of the search shows for each query. */
export async function findAll(page: Page, queries: readonly string[]): Promise<Found[][]> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] [name="q"]').fill('도커');
  // The texts that excerpts are cut from come last.
  await page.locator('.search-excerpt mark').first().waitFor();
  const found: Found[][] = [];
  for (const query of queries) {
    await search(page, query);
    const options = page.locator('[role="option"]');
    found.push(
      await options.evaluateAll((options) =>
        options.map((option) => ({
          address: (option as HTMLAnchorElement).href,
          text: option.textContent,
        })),
      ),
    );
  }
  return found;
}

/** Types a query into the open dialog, and waits until it has all that it finds. */
export async function search(page: Page, query: string): Promise<void> {
  await page.locator('dialog[open] [name="q"]').fill(query);
  await page.locator('dialog[open] [data-part="results"][aria-busy="false"]').waitFor();
}
