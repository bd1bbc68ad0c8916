import { defineWidget } from './define-widget.js'

defineWidget()

export type { PollenReferrals } from './define-widget.js'
export { type ReferralFormOptions, renderReferralForm } from './render-referral-form.js'
export { type ReferralPopupOptions, showReferralPopup } from './show-referral-popup.js'
export type { Plural, Texts } from './texts.js'
export type { Trigger } from './when-triggered.js'
