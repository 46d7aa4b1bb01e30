import {composeCorrection, writtenCorrections} from '../content-model/corrections.ts';
import {versionIn, workingFolder, type ContentModel} from '../content-model/model.ts';

/**
 * The page of corrections with what data/corrections.yaml says below each heading that has the id
 * of a correction. Headings and all else stay as they are.
 * @param latest name of the latest released version
 */
export function writeCorrections(text: string, model: ContentModel, latest: string): string {
  const {pages} = versionIn(model, workingFolder);
  return [...writtenCorrections(text)].reverse().reduce((written, {id, start, end}) => {
    const correction = model.corrections.entries.get(id);
    if (!correction) {
      return written;
    }
    const label = pages.find(({path}) => path === correction.see.split('#')[0])?.label ?? '';
    const body = composeCorrection(correction, label, latest);
    const rest = written.slice(end);
    return `${written.slice(0, start)}\n${body}\n${rest === '' ? '' : '\n'}${rest}`;
  }, text);
}
