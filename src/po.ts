// Types of the global that the snippet makes: `import 'pollen-js/po'` once, anywhere.
import type { CheckoutOptions } from './checkouts/buyer.js'
import type { StripeOptions } from './checkouts/stripe.js'
import type { FormOptions } from './forms/connect-forms.js'
import type { Answer, Partner } from './outbox.js'
import type { ProgramSettings } from './program-settings.js'
import type { ReferralFormOptions } from './referrals/render-referral-form.js'
import type { ReferralPopupOptions } from './referrals/show-referral-popup.js'
import type { SignUpData } from './sign-up-data.js'

/**
 * What a page says to the script. Each call answers with a promise, with the snippet of Pollen from
 * the first call on; the stub of PartneroJS gives one once the script has come.
 */
export interface Po {
  /** Where the settings of programs are (`assets_host`), and where events go (`host`). */
  (noun: 'settings', name: 'assets_host' | 'host', value: string): Promise<void>
  /** Loads a program and starts tracking; with a `type` among the options nothing is asked for. */
  (noun: 'program', id: string, verb: 'load', options?: ProgramSettings): Promise<void>
  (
    noun: 'program',
    id: string,
    verb: 'type',
    type: NonNullable<ProgramSettings['type']>,
  ): Promise<void>
  <Name extends keyof ProgramSettings>(
    noun: 'program',
    id: string,
    verb: 'settings',
    name: Name,
    value: NonNullable<ProgramSettings[Name]>,
  ): Promise<void>
  /** Reports a sign-up; `key` or `email` is required. */
  (
    noun: 'customers',
    verb: 'signup',
    payload: { data: SignUpData },
    callback?: (answer: Answer) => void,
  ): Promise<Answer>
  /** Whether the visitor agrees to be remembered. */
  (noun: 'consent', word: 'grant' | 'revoke'): Promise<void>
  /** Who referred this visitor, and what they promise, for a greeting; nothing when nobody did. */
  (noun: 'partner', callback?: (partner: Partner | undefined) => void): Promise<Partner | undefined>
  /** Reports sign-ups by forms of the page. */
  (noun: 'integration', name: 'universal', options?: FormOptions | null): Promise<void>
  /** Lets payments tell who referred the buyer. */
  (noun: 'integration', name: 'stripe', options?: StripeOptions): Promise<void>
  (noun: 'integration', name: 'paddle', options?: CheckoutOptions): Promise<void>
  /** Shows a customer's link, friends and rewards in the page. */
  (noun: 'renderReferralForm', options: ReferralFormOptions): Promise<void>
  /** The same in a popup, once the trigger says so. */
  (noun: 'showReferralPopup', options: ReferralPopupOptions): Promise<void>
  /** When the programs' settings are known, or are not going to be. */
  (noun: 'ready', callback?: () => void): Promise<void>
}

declare global {
  interface WindowEventMap {
    /** The settings of a program are known, or are not going to be. */
    'pollen:ready': CustomEvent<undefined>
    /** Who has the credit is another, or is known by name now. */
    'pollen:referral': CustomEvent<Partner | undefined>
    /** The server has taken a sign-up. */
    'pollen:signup': CustomEvent<Answer>
  }
  interface Window {
    po: Po
    /** The name of the global, where the snippet has been given another. */
    __partnerObject?: string
  }
  var po: Po
}
