import { useEffect, useRef } from 'preact/hooks'

/**
 * Says above a form why it was refused; nothing while there is no reason to. A long form is sent from its
 * far end, so the first field that is wrong gets the focus, and where there is none, this comes into view.
 */
export function FormError({ error }: { error: { message: string } | false | undefined }) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!error) return
    const wrong = words.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')
    if (wrong) wrong.focus()
    else words.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  return error ? (
    <p class="note bad" role="alert" ref={words}>
      {error.message}
    </p>
  ) : null
}
