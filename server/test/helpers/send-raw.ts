import { connect } from 'node:net'

/**
 * Sends bytes as they are, which no HTTP client would, and reads until the server hangs up, be it that
 * it has not read all of them.
 *
 * @param url Of the server.
 * @param text Sent in UTF-8.
 */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error) => chunks.length === 0 && reject(error))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  })
}
