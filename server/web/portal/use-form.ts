import { useState } from 'preact/hooks'
import { RequestError } from '../lib/request-json.js'

/**
 * A form that is sent once at a time, with what the server found wrong, by field.
 *
 * @param send Gets the fields that were filled in.
 */
export function useForm(send: (fields: Record<string, string>) => Promise<unknown>) {
  const [error, setError] = useState<Error>()
  const [isBusy, setBusy] = useState(false)
  const errors = error instanceof RequestError ? error.errors : {}
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const fields = [...new FormData(event.currentTarget as HTMLFormElement)]
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([, value]) => value.trim() !== '')
    setBusy(true)
    setError(undefined)
    try {
      await send(Object.fromEntries(fields))
    } catch (reason) {
      setError(reason as Error)
    } finally {
      setBusy(false)
    }
  }
  return {
    onSubmit,
    isBusy,
    /** Of the whole; `undefined` where it went well so far. */
    error,
    errorOf: (field: string): string | undefined => errors[field]?.join(' '),
  }
}
