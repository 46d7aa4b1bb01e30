import type {ContentModel, ContentPage, ContentVersion} from '../content-model/model.ts';

/** What a step knows beyond the page in its hands. */
export interface Context {
  /** Root of the repository. */
  siteDir: string;
  content: () => ContentModel;
}

/**
 * What a step takes of other files for a page. The bundler keeps a page until this changes: a step
 * that uses more than it declares shows something stale.
 */
export type Inputs = (page: ContentPage, version: ContentVersion, content: ContentModel) => unknown;
