import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { RequestError } from '../../lib/request-json.js'
import { Dialog } from '../../look/dialog.js'
import { FormError } from '../../look/form-error.js'

export interface FormDialogProps {
  title: string
  /** On the button that sends it. */
  action: string
  /** Sends it; what it throws is shown, by field where the server named fields. */
  onSubmit: (fields: Record<string, string>) => Promise<unknown>
  onClose: () => void
  /** The fields, given the errors that the server found. */
  children: (errorOf: (field: string) => string | undefined) => ComponentChildren
}

/** A form in a dialog, which closes when it has been sent. */
export function FormDialog({ title, action, onSubmit, onClose, children }: FormDialogProps) {
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const errors = error instanceof RequestError ? error.errors : {}
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const fields = [...new FormData(event.currentTarget as HTMLFormElement)]
      .map(([name, value]) => [name, String(value).trim()] as const)
      .filter(([, value]) => value !== '')
    setBusy(true)
    setError(undefined)
    try {
      await onSubmit(Object.fromEntries(fields))
      onClose()
    } catch (reason) {
      setError(reason as Error)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <FormError error={error} />
        {children((field) => errors[field]?.join(' '))}
        <div class="form-foot">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button main" aria-busy={isBusy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
