import { defineWidget } from './define-widget.js'
import { openPopup } from './open-popup.js'
import { type TriggerOptions, whenTriggered } from './when-triggered.js'
import { type WidgetOptions, widgetOf } from './widget-options.js'

export type ReferralPopupOptions = WidgetOptions & TriggerOptions

/** What the page knows of one program's popup, however often this script comes. */
interface Standing {
  stop: () => void
  hasShown: boolean
  isOpen: boolean
}

/**
 * Shows the widget in a popup once the trigger says so: once on a page, and no more in this tab after
 * the visitor has closed it. Who clicks for it gets it each time. A further call for the same program
 * takes the place of the one before.
 *
 * @param mayRemember Whether the browser may keep that it was closed, until the tab is closed.
 * @returns Its undo.
 * @throws TypeError when an option is missing or wrong.
 */
export function showReferralPopup(
  options: ReferralPopupOptions,
  base?: string,
  mayRemember: () => boolean = () => true,
): () => void {
  // Wrong options are told now, not when somebody leaves the page.
  widgetOf(options)
  const { program_id: program } = options
  const standing = standingOf(program)
  standing.stop()
  const isAsked = options.trigger === 'click'
  const dismissal = `pollen_${program}_popup`

  standing.stop = whenTriggered(options, () => {
    if (standing.isOpen) return
    if (!isAsked && (standing.hasShown || isKept(dismissal))) return
    standing.hasShown = true
    standing.isOpen = true
    defineWidget(base)
    openPopup(widgetOf(options), () => {
      standing.isOpen = false
      if (mayRemember()) keep(dismissal)
    })
  })
  return () => standing.stop()
}

/** Kept on the document, as the part forgets everything when it comes again. */
function standingOf(program: string): Standing {
  const key = Symbol.for(`pollen.popup.${program}`)
  const standing: Standing = Reflect.get(document, key) ?? {
    stop() {},
    hasShown: false,
    isOpen: false,
  }
  Reflect.set(document, key, standing)
  return standing
}

function keep(name: string): void {
  try {
    sessionStorage.setItem(name, 'closed')
  } catch {
    // Where nothing may be stored, it is asked again on the next page.
  }
}

function isKept(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null
  } catch {
    return false
  }
}
