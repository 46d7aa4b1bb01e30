/** A formula on lines of its own, without a blank one. */
export const displayFormula = /\n([ \t>]*)\$\$((?:(?!\$\$|\n[ \t>]*\n)[\s\S])+)\$\$[ \t]*(?=\n|$)/g;

/** What has a sign of LaTeX, or is made of single letters, numbers and operators: prices and `$PATH` are none. */
export const inlineFormula =
  /(?<![\\$\w])(\$\$?)(?=\S)((?:[^$\n`]*[\\_^{][^$\n`]*|(?=[^$]*[a-z(])(?:\b[a-z]{1,3}\b|[\d\s+\-*/=(),.<>|!':≤≥])+))(?<=[^\s\\])\1(?![$\w])/gi;
