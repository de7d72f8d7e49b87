import { autoUpdate, computePosition, flip, offset, shift, size, type Placement } from '@floating-ui/dom';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a popover stands to its anchor. */
export interface PopoverOptions {
  /** Default `bottom-start`. */
  readonly placement?: Placement;
  /** As wide as the anchor; default false. */
  readonly matchWidth?: boolean;
}

/**
 * Keeps an element with the `popover` attribute, which the browser shows above everything and never clips, beside its
 * anchor.
 *
 * In order: `show` opens the popover and resolves when it stands where it belongs; while it is open it follows its
 * anchor; `hide`, or the host leaving the page, ends both. A popover that the browser closed is let go by `hide` too.
 */
export class PopoverPosition implements ReactiveController {
  #stop: (() => void) | null = null;
  #panel: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** Shows the popover beside its anchor. */
  async show(anchor: HTMLElement, panel: HTMLElement, options: PopoverOptions = {}): Promise<void> {
    this.#stop?.();
    this.#panel = panel;
    // Not to be seen in a wrong place for a moment.
    panel.style.opacity = '0';
    if (!panel.matches(':popover-open')) panel.showPopover();
    const place = (): Promise<void> => position(anchor, panel, options);
    await place();
    panel.style.opacity = '';
    if (this.#panel === panel) this.#stop = autoUpdate(anchor, panel, () => void place());
  }

  /** Closes the popover if it is open. */
  hide(): void {
    this.#stop?.();
    this.#stop = null;
    if (this.#panel?.matches(':popover-open')) this.#panel.hidePopover();
    this.#panel = null;
  }
}

async function position(anchor: HTMLElement, panel: HTMLElement, { placement = 'bottom-start', matchWidth = false }: PopoverOptions): Promise<void> {
  const { x, y } = await computePosition(anchor, panel, {
    placement,
    strategy: 'fixed',
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply({ availableHeight, rects }) {
          panel.style.maxHeight = `${Math.max(120, Math.min(availableHeight, 360))}px`;
          if (matchWidth) panel.style.width = `${rects.reference.width}px`;
        },
      }),
    ],
  });
  panel.style.left = `${x}px`;
  panel.style.top = `${y}px`;
}
