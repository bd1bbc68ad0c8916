import { useQuery } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { Field } from '../look/field.js'
import { Brand } from '../look/frame.js'
import { Loading } from '../look/states.js'
import type { ListedPrograms } from './records.js'
import { texts } from './texts.js'

/** Asks whose partner somebody is; on a server of one program, it is that one. */
export function ChooseProgram() {
  const [, navigate] = useLocation()
  const { data: programs, isPending } = useQuery({
    queryKey: ['programs'],
    queryFn: () => requestJson<ListedPrograms>('/portal/v1/programs'),
  })
  const only = programs?.meta.only
  useEffect(() => {
    document.title = `${texts.portal} · Pollen`
    if (only) navigate(`/${only}`, { replace: true })
  }, [only, navigate])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const id = String(new FormData(event.currentTarget as HTMLFormElement).get('id')).trim()
    navigate(`/${encodeURIComponent(id.toUpperCase())}`)
  }
  if (only) return null
  return (
    <main class="alone">
      <Brand name="Pollen" />
      <div class="card stack">
        <h1>{texts.choose.title}</h1>
        {isPending && <Loading lines={2} />}
        {programs && programs.data.length > 0 && (
          <ul class="plain stack tight">
            {programs.data.map(({ public_id, name, website }) => (
              <li key={public_id}>
                <Link href={`/${public_id}`} class="choice-link">
                  <strong>{name}</strong>
                  <span class="soft small break">{new URL(website).host}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <form class="stack" onSubmit={submit}>
          <Field label={texts.choose.id} hint={texts.choose.hint}>
            {(control) => (
              <input
                {...control}
                name="id"
                required
                pattern="\s*[A-Za-z][A-Za-z0-9]{7}\s*"
                autocomplete="off"
                spellcheck={false}
              />
            )}
          </Field>
          <button type="submit" class="button main">
            {texts.choose.go}
          </button>
        </form>
      </div>
    </main>
  )
}
