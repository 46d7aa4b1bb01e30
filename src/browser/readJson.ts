/**
 * The content of a data file of the site.
 * @throws when it does not come
 */
export async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response.json();
}
