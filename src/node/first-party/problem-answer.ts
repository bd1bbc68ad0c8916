/** An answer of our own, in the shape of the server's: `{ message, errors: {}, status: 0 }`. */
export const problemAnswer = (
  status: number,
  message: string,
  headers: HeadersInit = {},
): Response =>
  new Response(JSON.stringify({ message, errors: {}, status: 0 }), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  })
