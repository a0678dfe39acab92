import { stage as texts } from '#texts/stage.ts';
import type { App } from '../../store/app.ts';

/** The window with the notes, made if it isn't open and closed if it is; null: there is none now. */
export function openNotes(app: App, open: Window | null): Window | null {
  if (open && !open.closed) {
    open.close();
    return null;
  }
  const opened = window.open('', 'lanewise-notes', 'popup,width=640,height=720');
  if (!opened) {
    app.notify({ kind: 'warning', title: texts.notesBlocked, message: texts.notesBlockedText });
    return null;
  }
  const { document: page } = opened;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dataset.theme = 'dark';
  page.head.replaceChildren(...[...document.head.querySelectorAll('style, link[rel="stylesheet"]')].map(copyOf(page)));
  page.body.replaceChildren();
  return opened;
}

/** Links of a page without an address of its own would lead nowhere. */
function copyOf(page: Document): (element: Element) => Node {
  return (element) => {
    const copy = page.importNode(element, true);
    if (element instanceof HTMLLinkElement) copy.setAttribute('href', element.href);
    return copy;
  };
}
