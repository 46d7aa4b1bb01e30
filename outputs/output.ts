import type {BuiltPage} from './builtSite.ts';

/** A built site in the hands of the outputs. */
export interface BuiltSite {
  /** Root of the repository. */
  siteDir: string;
  folder: string;
  /** Written in the end, of their trees: an output may change what no later one reads of them. */
  pages: readonly BuiltPage[];
  /** What the outputs before have made, by its path below the built site. */
  files: ReadonlyMap<string, OutputFile['content']>;
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
