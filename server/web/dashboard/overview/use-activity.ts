import { EventSourceParserStream } from 'eventsource-parser/stream'
import { useEffect, useState } from 'preact/hooks'
import { useProgram } from '../program-context.js'
import { programHeader, useApi } from '../use-api.js'
import type { ActivityItem } from './reports.js'

/** As many as one looks at. */
const KEPT = 14

/** How long to wait when the stream has ended, because a server stopped or a network changed. */
const RETRY_MS = 3000

export interface Activity {
  /** The newest first; `undefined` until they are there. */
  items: ActivityItem[] | undefined
  /** Whether new ones arrive by themselves; not before the first answer, nor while it is lost. */
  state: 'connecting' | 'live' | 'lost'
}

/** What happened last, and what happens from now on, as it happens. */
export function useActivity(): Activity {
  const { public_id } = useProgram()
  const { get } = useApi()
  const [items, setItems] = useState<ActivityItem[]>()
  const [state, setState] = useState<Activity['state']>('connecting')
  useEffect(() => {
    const ending = new AbortController()
    const add = (item: ActivityItem) =>
      setItems((all = []) => [item, ...all.filter(({ id }) => id !== item.id)].slice(0, KEPT))

    const listen = async () => {
      // The stream is opened first, so that nothing falls between the two.
      const stream = await openStream(public_id, ending.signal)
      setState('live')
      const { data } = await get<{ data: ActivityItem[] }>(`/activity?limit=${KEPT}`)
      setItems(data)
      for await (const { data } of stream) add(JSON.parse(data))
    }
    const keepListening = async () => {
      while (!ending.signal.aborted) {
        await listen().catch(() => {})
        setState('lost')
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
    void keepListening()
    return () => ending.abort()
  }, [public_id])
  return { items, state }
}

/** An `EventSource` cannot say which program is meant, `fetch` can. */
async function openStream(programId: string, signal: AbortSignal) {
  const { ok, body } = await fetch('/v1/activity/stream', {
    headers: { ...programHeader(programId), accept: 'text/event-stream' },
    signal,
  })
  if (!ok || !body) throw new Error('There is no stream.')
  return body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
}
