import { eventsUrl } from '../events-url.js'
import { adoptStyles } from './adopt-styles.js'
import { connectWidget } from './connect-widget.js'
import { element } from './element.js'
import { styles } from './styles.js'
import type { Texts } from './texts.js'

export const WIDGET = 'pollen-referrals'

const ATTRIBUTES = ['program', 'token', 'token-url', 'customer-key', 'host', 'lang', 'share-text']

/** The element, as scripts of the page see it. */
export interface PollenReferrals extends HTMLElement {
  /** Texts of the page's own, in place of ours. */
  texts: Partial<Texts> | undefined
}

/**
 * Makes `<pollen-referrals>` known to the browser, once; on a server it does nothing.
 *
 * @param defaultBase Of the public addresses, where the element has no `host`.
 */
export function defineWidget(defaultBase?: string): void {
  if (typeof customElements === 'undefined' || customElements.get(WIDGET)) return

  // A custom element is a class: https://html.spec.whatwg.org/multipage/custom-elements.html
  class Widget extends HTMLElement implements PollenReferrals {
    static readonly observedAttributes = ATTRIBUTES
    private ownTexts: Partial<Texts> | undefined
    private disconnect: (() => void) | undefined
    private isRestarting = false

    connectedCallback(): void {
      if (!this.shadowRoot) adoptStyles(this.attachShadow({ mode: 'open' }), styles)
      // What was set before the browser knew the element hides the accessor:
      // https://web.dev/articles/custom-elements-best-practices#make_properties_lazy
      const { texts } = this
      if (Reflect.deleteProperty(this, 'texts') && texts) this.ownTexts = texts
      this.restart()
    }

    get texts(): Partial<Texts> | undefined {
      return this.ownTexts
    }

    set texts(texts) {
      this.ownTexts = texts
      this.restart()
    }

    disconnectedCallback(): void {
      this.disconnect?.()
    }

    /** Frameworks set attributes one by one: the server is asked once they are all there. */
    attributeChangedCallback(): void {
      this.restart()
    }

    private async restart(): Promise<void> {
      if (this.isRestarting) return
      this.isRestarting = true
      await Promise.resolve()
      this.isRestarting = false
      this.disconnect?.()
      if (!this.isConnected || !this.shadowRoot) return
      this.disconnect = connectWidget(placeIn(this.shadowRoot), {
        source: this.source(),
        languages: [
          this.closest<HTMLElement>('[lang]')?.lang,
          ...(navigator.languages ?? [navigator.language]),
        ],
        texts: this.ownTexts,
        shareText: this.getAttribute('share-text') ?? undefined,
      })
    }

    private source() {
      const said = (name: string) => this.getAttribute(name) || undefined
      const [program, host] = [said('program'), said('host')]
      const base = host ? eventsUrl(host) : defaultBase
      if (!program || !base) return undefined
      return {
        base,
        program,
        token: said('token'),
        tokenUrl: said('token-url'),
        customerKey: said('customer-key'),
      }
    }
  }
  customElements.define(WIDGET, Widget)
}

/** The section of a shadow tree that shows the widget. */
function placeIn(root: ShadowRoot): HTMLElement {
  const standing = root.querySelector<HTMLElement>('section')
  if (standing) return standing
  const place = element('section', { class: 'root', part: 'root' })
  root.append(place)
  return place
}
