import { MailCheck } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { texts } from '../texts.js'
import { Entrance } from './entrance.js'

/** It worked, and goes on elsewhere: in the mailbox, or with somebody's approval. */
export function Sent({ title, text }: { title: string; text: string }) {
  const note = useRef<HTMLParagraphElement>(null)
  // The form that had the focus is gone.
  useEffect(() => note.current?.focus(), [])
  return (
    <Entrance title={title}>
      <p class="row sent" tabIndex={-1} ref={note}>
        <MailCheck size={28} aria-hidden />
        <span class="grow break">{text}</span>
      </p>
      <Link href="/" class="small">
        {texts.sent.back}
      </Link>
    </Entrance>
  )
}
