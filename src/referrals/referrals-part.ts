import { warnOnce } from '../lib/warn-once.js'
import type { PartHost } from '../part-host.js'
import { defineWidget } from './define-widget.js'
import { type ReferralFormOptions, renderReferralForm } from './render-referral-form.js'
import { type ReferralPopupOptions, showReferralPopup } from './show-referral-popup.js'

const { src = '', pollen } = (document.currentScript ?? {}) as Partial<HTMLScriptElement> & {
  pollen?: PartHost
}

/** The server that this script comes from, or the site's own path to it. */
const base = `${src.replace(/\/js\/[^/]*$/, '')}/pub/v1`

/** Where visitors have to agree before anything is kept, a closed popup is remembered by the page alone. */
const mayRemember = () => !pollen?.credits().some(({ settings }) => settings.consent)

defineWidget(base)

if (pollen) {
  const [command, [options]] = pollen.options as [string, [unknown]]
  try {
    if (command === 'renderReferralForm') renderReferralForm(options as ReferralFormOptions, base)
    else if (command === 'showReferralPopup') {
      showReferralPopup(options as ReferralPopupOptions, base, mayRemember)
    } else {
      throw new TypeError(`"${command}" is none of: renderReferralForm, showReferralPopup`)
    }
  } catch (problem) {
    warnOnce(problem as Error)
  }
}
