import type {Reporter} from './index.ts';

/** For tools: an array of `{file, line, column, message, rule}`. */
export const json: Reporter = (findings) => [
  JSON.stringify(
    findings.map(({file, line, column, message, rule}) => ({file, line, column, message, rule})),
    null,
    2,
  ).replaceAll('##[', '\\u0023#['),
];
