import {inOneLine} from '../../lib/finding.ts';
import type {Reporter} from './index.ts';

/**
 * For GitHub Actions, which shows each at its line of the pull request. Escaped as
 * the runner reads it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export const github: Reporter = (findings) =>
  findings.map(({file, line, column, message, rule}) => {
    const properties = {file, line, col: column, title: `글 검사: ${rule}`};
    const written = Object.entries(properties).map(
      ([name, value]) => `${name}=${escapeProperty(inOneLine(String(value)))}`,
    );
    return `::error ${written.join(',')}::${escapeData(inOneLine(message))}`;
  });

function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
