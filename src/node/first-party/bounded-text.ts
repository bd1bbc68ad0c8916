/**
 * Reads a body, as long as it is not too long.
 *
 * @param limit In bytes.
 * @returns `undefined` when there is more than that; the rest is left unread.
 */
export async function boundedText(request: Request, limit: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > limit) return undefined
  const reader = request.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = (await reader?.read()) ?? { done: true }
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > limit) return undefined
    text += decoder.decode(value, { stream: true })
  }
}
