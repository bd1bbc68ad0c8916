/** When a popup shows itself. */
export type Trigger = 'exit_intent' | 'delay' | 'scroll' | 'click'

export interface TriggerOptions {
  /** `delay` if not given. */
  trigger?: Trigger
  /** Milliseconds until `delay` shows it; 5,000 if not given. */
  delay?: number
  /** How much of the page has to be scrolled past for `scroll`, in per cent; 50 if not given. */
  scroll?: number
  /** What has to be clicked for `click`. */
  selector?: string
}

/**
 * Waits for what a page wants a popup to wait for.
 *
 * @param show Called as often as it happens.
 * @returns Its undo.
 * @throws TypeError when there is no such trigger, or nothing to click on is named.
 */
export function whenTriggered(options: TriggerOptions, show: () => void): () => void {
  const { trigger = 'delay', delay = 5000, scroll = 50, selector } = options
  switch (trigger) {
    case 'delay': {
      const timer = setTimeout(show, delay)
      return () => clearTimeout(timer)
    }
    case 'exit_intent':
      // The pointer leaves by the top, towards the tabs and the address; touch screens have no such thing.
      return listen(document.documentElement, 'mouseleave', (event) => {
        if ((event as MouseEvent).clientY <= 0) show()
      })
    case 'scroll':
      return listen(window, 'scroll', () => {
        const { scrollHeight, clientHeight, scrollTop } = document.documentElement
        const way = scrollHeight - clientHeight
        if (way > 0 && (scrollTop / way) * 100 >= scroll) show()
      })
    case 'click':
      if (!selector) throw new TypeError('showReferralPopup: the trigger "click" needs a selector')
      return listen(document, 'click', (event) => {
        const [target] = event.composedPath()
        if (!(target instanceof Element) || !target.closest(selector)) return
        event.preventDefault()
        show()
      })
    default:
      throw new TypeError(
        `showReferralPopup: the trigger "${trigger}" is none of exit_intent, delay, scroll, click`,
      )
  }
}

function listen(target: EventTarget, name: string, heard: (event: Event) => void): () => void {
  target.addEventListener(name, heard, { passive: name === 'scroll' })
  return () => target.removeEventListener(name, heard)
}
