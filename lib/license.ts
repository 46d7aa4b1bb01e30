/** A license of packages that readers get parts of. */
export interface License {
  /** Names on npm of those that have this very text. */
  packages: string[];
  /** As they call it: `MIT`. */
  name: string;
  /** Copyright and license in full. */
  text: string;
}
