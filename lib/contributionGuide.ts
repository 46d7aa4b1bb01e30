/** CONTRIBUTING.md as a page of the site. */
export interface ContributionGuide {
  title: string;
  /** The first paragraph, as plain text. */
  description: string;
  /** The whole text, its title included. */
  html: string;
  toc: {id: string; value: string; level: number}[];
}
