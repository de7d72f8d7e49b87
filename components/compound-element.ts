import { LitElement, ReactiveElement } from 'lit';

/** An element that is complete when the elements in its shadow root are: `updateComplete` waits for them too. */
export class CompoundElement extends LitElement {
  protected override async getUpdateComplete(): Promise<boolean> {
    const settled = await super.getUpdateComplete();
    const inside = [...this.renderRoot.querySelectorAll('*')].filter(element => element instanceof ReactiveElement);
    await Promise.all(inside.map(element => element.updateComplete));
    return settled;
  }
}
