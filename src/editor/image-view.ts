import type { Node } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';
import { hostOf, isDataImage, safeImageSource } from './safe-address.ts';

/**
 * How pictures are drawn in the article view. One that lies in the document itself is shown. One from elsewhere is a box with
 * its description and host, and no request is made, until `load` is true.
 */
export function imageViews(load: boolean): { readonly [node: string]: NodeViewConstructor } {
  const view: NodeViewConstructor = node => ({ dom: drawImage(node, load), ignoreMutation: () => true });
  return { image: view, inline_image: view };
}

function drawImage(node: Node, load: boolean): HTMLElement {
  const source = safeImageSource(node.attrs.src);
  const alt = String(node.attrs.alt);
  return source !== null && (load || isDataImage(source)) ? drawPicture(node, source, alt) : drawBox(alt, hostOf(source ?? ''));
}

function drawPicture(node: Node, source: string, alt: string): HTMLElement {
  const image = document.createElement('img');
  image.alt = alt;
  image.loading = 'lazy';
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  image.draggable = false;
  if (typeof node.attrs.width === 'number') image.width = node.attrs.width;
  if (typeof node.attrs.height === 'number') image.height = node.attrs.height;
  image.src = source;
  return image;
}

function drawBox(alt: string, host: string): HTMLElement {
  const box = document.createElement('span');
  box.className = 'image-box';
  box.contentEditable = 'false';
  box.setAttribute('role', 'img');
  const what = alt || 'Picture without a description';
  const where = host ? `not loaded from ${host}` : 'not loaded';
  box.setAttribute('aria-label', `${what} (${where})`);
  // Drawn by the style sheet from attributes: as text it could be selected and copied with the article.
  box.dataset.what = what;
  box.dataset.where = where;
  return box;
}
