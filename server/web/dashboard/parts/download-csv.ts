import { tell } from '../../look/toasts.js'
import { programHeader } from '../use-api.js'
import { type Listed, listTerms } from './list-path.js'

/** Saves a list as CSV, narrowed as it is on the page. */
export async function downloadCsv(
  programId: string,
  list: Listed,
  asked: URLSearchParams,
): Promise<void> {
  const terms = listTerms(list, asked)
  for (const [name, value] of Object.entries(list.always ?? {})) terms.set(name, value)
  const answer = await fetch(`/v1${list.path}.csv?${terms}`, { headers: programHeader(programId) })
  if (!answer.ok) {
    tell({ text: `The server answered ${answer.status}: there is no file.`, isBad: true })
    return
  }
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = `${list.path.slice(1).replaceAll('/', '-')}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
