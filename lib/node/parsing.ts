import {channel} from 'node:diagnostics_channel';

/** What a text that was parsed is written in. */
export type Language = 'markdown' | 'yaml' | 'html';

const parsed = channel('kkori:parse');

/** Tells whoever listens on `kkori:parse` (the tests, which count) that a text has been parsed. */
export function reportParsed(language: Language, text: string): void {
  if (parsed.hasSubscribers) {
    parsed.publish({language, text});
  }
}
