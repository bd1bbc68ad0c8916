import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { whenIdle } from '../../lib/when-idle.js'

/** What can wait until the rest of the page is drawn and answers: it is neither asked for nor drawn before. */
export function Later({ children }: { children: ComponentChildren }) {
  const [isTime, setTime] = useState(false)
  useEffect(() => whenIdle(() => setTime(true)), [])
  return isTime ? children : null
}
