import type {BuiltPage} from './builtSite.ts';

/** A built site in the hands of the outputs. */
export interface BuiltSite {
  /** Root of the repository. */
  siteDir: string;
  folder: string;
  /**
   * An output may change the `html` of a page, and its tree likewise where another one reads
   * that of it; nothing else of the tree.
   */
  pages: readonly BuiltPage[];
}

export interface OutputFile {
  /** Below the built site, with forward slashes. */
  path: string;
  content: string | Uint8Array;
}

/** One thing that is made of the finished pages: a folder of outputs/ and a line in outputs.ts. */
export interface Output {
  /** Korean: what is being made, for whoever waits. */
  label: string;
  /** @throws Error in Korean when the pages lack what it needs */
  make: (site: BuiltSite) => OutputFile[] | Promise<OutputFile[]>;
}
