import {searchInDialog} from './dialog';
import {searchInPage} from './page';

/** Lets a dialog or a page of src/components/Search search. */
export function searchIn(place: HTMLElement): void {
  if (place instanceof HTMLDialogElement) {
    searchInDialog(place);
  } else {
    searchInPage(place);
  }
}
