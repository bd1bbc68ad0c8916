import { defineWidget } from './define-widget.js'
import { type WidgetOptions, widgetOf } from './widget-options.js'

export interface ReferralFormOptions extends WidgetOptions {
  /** An element, or a selector of one; what is in it makes place. */
  container: string | Element
}

/**
 * Puts the widget into the page. A container that is still to come is waited for until the page has
 * been read.
 *
 * @throws TypeError when something is missing.
 */
export function renderReferralForm(options: ReferralFormOptions, base?: string): void {
  const widget = widgetOf(options)
  const { container } = options
  const find = () => (typeof container === 'string' ? document.querySelector(container) : container)
  defineWidget(base)
  const place = () => {
    const found = find()
    if (found) found.replaceChildren(widget)
    return Boolean(found)
  }
  if (place()) return
  if (!container || document.readyState !== 'loading') throw noContainer(container)
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      if (!place()) console.warn(`Pollen: ${noContainer(container).message}`)
    },
    { once: true },
  )
}

const noContainer = (container: unknown) =>
  new TypeError(`renderReferralForm: the page has no container ${container}`)
