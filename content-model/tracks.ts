import * as z from 'zod';

import type {Track} from '../lib/page.ts';
import {entryId, parseDataFile, type DataFile} from './dataFile.ts';
import {rememberByText} from './rememberByText.ts';
import {sectionLabel} from './sections.ts';

/** The list of tracks of a version, in its folder: a released version keeps its own, as with its sections. */
export const tracksFile = 'tracks.yaml';

const parseText = rememberByText((text) =>
  parseDataFile<Track>(text, {
    file: tracksFile,
    noun: '길',
    rule: 'track-data',
    schema: z.strictObject({id: entryId, label: sectionLabel}),
  }),
);

/**
 * Parses the list of tracks of a version; see parseDataFile.
 * @param folder of the version, from the root: `docs` or `versioned_docs/version-3.0`
 */
export function parseTracks(folder: string, text: string): DataFile<Track> {
  const {findings, ...data} = parseText(text);
  const file = `${folder}/${tracksFile}`;
  return {...data, findings: findings.map((finding) => ({...finding, file}))};
}
