/** Whether the text could be copied: only a secure page has a clipboard, and its reader may deny it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
