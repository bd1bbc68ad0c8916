import { useState } from 'preact/hooks'
import { formatTime } from '../../lib/format-time.js'
import { ActionButton } from '../../look/action-button.js'
import { ShownOnce } from '../parts/shown-once.js'
import { nameOf, type PartnerRow, type SignInUrl } from '../records.js'
import { useApi } from '../use-api.js'

/** As long as a link that comes by mail works: it has to be passed on, and found. */
const MINUTES = 15

/** Makes a link for an active partner who cannot get in; where no mail is sent, nothing else does. */
export function SignInLink({ partner }: { partner: PartnerRow }) {
  const { send } = useApi()
  const [made, setMade] = useState<SignInUrl>()
  const make = async () => {
    const asked = { id: partner.id, expires_in: MINUTES * 60 }
    setMade((await send<{ data: SignInUrl }>('POST', '/partners:sign-in-url', asked)).data)
  }
  return (
    <>
      <ActionButton onAction={make}>Sign-in link</ActionButton>
      {made && (
        <ShownOnce
          title="The link, this once"
          secret={made.url}
          what="sign-in link"
          onClose={() => setMade(undefined)}
        >
          Send it to {nameOf(partner)} alone: whoever opens it is signed in as them. It works once,
          for {MINUTES} minutes, until {formatTime(made.expires_at)}; they can set a new password
          then.
        </ShownOnce>
      )}
    </>
  )
}
