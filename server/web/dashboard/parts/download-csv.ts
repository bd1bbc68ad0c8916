import { tell } from '../../look/toasts.js'
import { programHeader } from '../use-api.js'
import { type Listed, requestTerms } from './list-path.js'

/** Saves a list as CSV, narrowed as it is on the page. */
export async function downloadCsv(
  programId: string,
  list: Listed,
  asked: URLSearchParams,
): Promise<void> {
  const file = `/v1${list.path}.csv?${requestTerms(list, asked)}`
  const answer = await fetch(file, { headers: programHeader(programId) }).catch(() => undefined)
  if (!answer?.ok) {
    const reason = answer ? `The server answered ${answer.status}` : 'The server cannot be reached'
    tell({ text: `${reason}: there is no file.`, isBad: true })
    return
  }
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = `${list.path.slice(1).replaceAll('/', '-')}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
