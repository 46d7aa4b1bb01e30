/** What belongs to this entry of the history: it is there again after a reload, Back and Forward. */
export interface HistoryEntry {
  /** Which disclosures of the page are open, by their order. inline/beforePaint.ts opens them. */
  open?: number[];
  /** Words of the search that led here. */
  searchWords?: string[];
}

/** Without what is not of its type: other scripts of this address may have written there, too. */
export function historyEntry(): HistoryEntry {
  const {open, searchWords} = (history.state ?? {}) as Record<string, unknown>;
  return {
    ...(Array.isArray(open) && {open: open.filter((index) => typeof index === 'number')}),
    ...(Array.isArray(searchWords) && {
      searchWords: searchWords.filter((word) => typeof word === 'string'),
    }),
  };
}

export function keepInHistory(part: HistoryEntry): void {
  try {
    history.replaceState({...history.state, ...part}, '');
  } catch {
    // Safari allows so many changes in a while, and none on some addresses.
  }
}
