// What the compiler takes and refuses of the npm entries.
import { createTracker, type Tracker } from 'pollen-js'
import { connectPaddle, connectStripe } from 'pollen-js/checkouts'
import { PollenProvider, useReferral, useSignup } from 'pollen-js/react'
import { createElement } from 'react'

const tracker: Tracker = createTracker({ program: 'ABCDEFGH', host: 'https://pollen.example' })
const key: string | undefined = tracker.referral?.key
tracker.signup({ email: 'ada@example.com', plan: 'pro' })
// @ts-expect-error a key is text
tracker.signup({ key: 42 })
// @ts-expect-error the host is required
createTracker({ program: 'ABCDEFGH' })
// @ts-expect-error there is no such kind of program
createTracker({ program: 'A', host: 'https://pollen.example', settings: { type: 'coupon' } })
// @ts-expect-error who referred is only read
tracker.referral = undefined

createElement(PollenProvider, { program: 'ABCDEFGH', host: 'https://pollen.example' })
createElement(PollenProvider, { tracker, captureForms: true })
// @ts-expect-error neither options nor a tracker
createElement(PollenProvider, { captureForms: true })

export function useBoth() {
  const referral = useReferral()
  const name: string | undefined = referral?.key
  return { name, signup: useSignup() }
}

const stop: () => void = connectStripe(() => ({ partner: 'jane' }), { hosts: [] })
connectPaddle(() => ({}), { customer: 'acct_1' })
// @ts-expect-error it is asked each time, so it is a function
connectPaddle({ partner: 'jane' })

export { key, stop }
