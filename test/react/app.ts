// The application under test: built for each React, rendered on a server and brought to life in a browser.
import { PollenProvider, useReferral, useSignup, useTracker } from 'pollen-js/react'
import { createElement as h, StrictMode, useState } from 'react'

function Greeting() {
  const referral = useReferral()
  return h('p', { id: 'greeting' }, referral ? `A friend of ${referral.key}` : 'Welcome')
}

function SignUpButton() {
  const signup = useSignup()
  const [status, setStatus] = useState('none')
  const onClick = async () => {
    const { status } = await signup({ key: 'acct_1', email: 'ada@example.com' })
    setStatus(`${status}`)
  }
  return h('button', { id: 'sign-up', type: 'button', onClick }, status)
}

function Direct() {
  const tracker = useTracker()
  return h('output', { id: 'direct' }, typeof tracker.load)
}

export const App = ({ program, host }: { program: string; host: string }) =>
  h(
    StrictMode,
    null,
    h(
      PollenProvider,
      { program, host },
      h(Greeting),
      // Two readers of one state, and a second provider as a page in a layout may have.
      h(PollenProvider, { program, host }, h(Greeting), h(SignUpButton)),
      h(Direct),
    ),
  )
