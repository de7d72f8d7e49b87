import { svg, html, type TemplateResult } from 'lit';
import {
  Archive, ArrowDownUp, ArrowLeft, Blend, Bold, Captions, BookOpenText, Check, CheckCheck, ChevronDown, ChevronRight, ChevronUp, CircleAlert, CircleDashed,
  CircleDot, CircleHelp, Copy, Download, Ellipsis, ExternalLink, Eye, FileText, FileUp, Funnel, History, Italic, Replace, Keyboard, List, ListChecks, Merge, Minus,
  NotebookPen, Pencil, Plus, Quote, Redo2, Save, SaveOff, Scale, Scissors, Search, Settings2, SquarePen, Tag, Trash2, TriangleAlert, Undo2, Upload,
  UserX, X, CircleSlash, TextSelect, type IconNode,
} from 'lucide';
import type { RatingIcon } from '../src/domain/rating-scale.ts';

/** Lucide's drawings (ISC licence) under the names that this interface uses. */
const drawings = {
  add: Plus, 'add-piece': TextSelect, alert: TriangleAlert, archive: Archive, article: BookOpenText, back: ArrowLeft, bold: Bold, check: Check,
  'check-half': CheckCheck, claim: CircleDot, close: X, copy: Copy, cross: X, dash: Minus, details: Settings2, down: ChevronDown, download: Download,
  edit: SquarePen, external: ExternalLink, eye: Eye, file: FileText, filter: Funnel, half: Blend, history: History, italic: Italic, replace: Replace, 'cross-half': CircleSlash, help: CircleHelp, keyboard: Keyboard, list: List,
  merge: Merge, more: Ellipsis, note: NotebookPen, 'nothing-to-check': ListChecks, open: FileUp, 'open-status': CircleDashed, pencil: Pencil,
  'person-off': UserX, problem: CircleAlert, question: CircleHelp, quote: Quote, redo: Redo2, remove: Trash2, right: ChevronRight, saved: Save,
  scale: Scale, scissors: Scissors, search: Search, sort: ArrowDownUp, tag: Tag, transcript: Captions, undo: Undo2, unsaved: SaveOff, up: ChevronUp, upload: Upload,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof drawings;

// Every icon of a rating is drawn here.
drawings satisfies Record<RatingIcon, IconNode>;

const drawn = new Map<string, TemplateResult>();

/** An icon as inline SVG, hidden from screen readers: what it says must stand beside it in words. Size in CSS pixels. */
export function icon(name: IconName, size = 18): TemplateResult {
  const key = `${name} ${size}`;
  let template = drawn.get(key);
  if (!template) {
    template = html`<svg viewBox="0 0 24 24" width=${size} height=${size} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawings[name].map(([tag, attributes]) => shape(tag, attributes))}</svg>`;
    drawn.set(key, template);
  }
  return template;
}

function shape(tag: string, a: { [name: string]: string | number | undefined }): TemplateResult {
  switch (tag) {
    case 'circle':
      return svg`<circle cx=${a['cx']} cy=${a['cy']} r=${a['r']} />`;
    case 'rect':
      return svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} rx=${a['rx'] ?? 0} ry=${a['ry'] ?? a['rx'] ?? 0} width=${a['width']} height=${a['height']} />`;
    case 'line':
      return svg`<line x1=${a['x1']} y1=${a['y1']} x2=${a['x2']} y2=${a['y2']} />`;
    case 'polyline':
      return svg`<polyline points=${a['points']} />`;
    case 'polygon':
      return svg`<polygon points=${a['points']} />`;
    case 'ellipse':
      return svg`<ellipse cx=${a['cx']} cy=${a['cy']} rx=${a['rx']} ry=${a['ry']} />`;
    case 'path':
      return svg`<path d=${a['d']} />`;
    default:
      throw new RangeError(`No shape for <${tag}> of an icon`);
  }
}
