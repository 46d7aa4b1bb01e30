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
  return page.evaluate((queries) => {
    const field = document.querySelector<HTMLInputElement>('dialog[open] [name="q"]');
    return queries.map((query) => {
      if (field) {
        field.value = query;
      }
      field?.dispatchEvent(new Event('input'));
      return [...document.querySelectorAll<HTMLAnchorElement>('[role="option"]')].map((option) => ({
        address: option.href,
        text: option.textContent,
      }));
    });
  }, queries);
}
