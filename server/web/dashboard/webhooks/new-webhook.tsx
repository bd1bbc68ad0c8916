import { webhookEvents } from '../../../src/domain/webhooks/webhook-events.js'
import { Field } from '../../look/field.js'
import { FormDialog } from '../parts/form-dialog.js'
import { useProgram } from '../program-context.js'
import { useApi } from '../use-api.js'

/** Makes a webhook of all the events that one ticks. */
export function NewWebhook({ onClose }: { onClose: () => void }) {
  const { send } = useApi()
  const events = webhookEvents[useProgram().type]
  return (
    <FormDialog
      title="New webhook"
      action="Make webhook"
      onClose={onClose}
      onSubmit={({ name, url, ...ticked }) =>
        send('POST', '/webhooks', { name, url, events: Object.keys(ticked) })
      }
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf('name')}>
            {(control) => <input {...control} name="name" required placeholder="Back end" />}
          </Field>
          <Field label="Address" error={errorOf('url')}>
            {(control) => (
              <input
                {...control}
                name="url"
                type="url"
                required
                placeholder="https://shop.example/webhooks"
              />
            )}
          </Field>
          <fieldset class="field events">
            <legend>Events</legend>
            {errorOf('events') && <p class="field-error">{errorOf('events')}</p>}
            {events.map((event) => (
              <label key={event} class="check">
                <input type="checkbox" name={event} defaultChecked={event.endsWith('created')} />
                <code>{event}</code>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}
