import {element} from '../element';

/** Gives the reader a file to keep: a phone has no folder of downloads that one finds again, but places to send it to. */
export async function save(name: string, type: string, text: string): Promise<void> {
  const file = new File([text], name, {type});
  if (matchMedia('(hover: none)').matches && navigator.canShare?.({files: [file]})) {
    await navigator.share({files: [file]}).catch(() => undefined);
  } else {
    download(name, type, text);
  }
}

/** Puts a file into the folder of downloads. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type}));
  element('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
