/** What belongs to this entry of the history: it is there again after a reload, Back and Forward. */
export interface HistoryEntry {
  /** Which disclosures of the page are open, by their order. inline/beforePaint.ts opens them. */
  open?: number[];
  /** Words of the search that led here. */
  searchWords?: string[];
}

export function historyEntry(): HistoryEntry {
  return (history.state ?? {}) as HistoryEntry;
}

export function keepInHistory(part: HistoryEntry): void {
  try {
    history.replaceState({...history.state, ...part}, '');
  } catch {
    // Safari allows so many changes in a while, and none on some addresses.
  }
}
