// app/t/[...path]/route.ts
import { createFirstParty } from '../../../src/node/index.js'

const firstParty = createFirstParty({
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
  programs: [process.env.POLLEN_PROGRAM ?? 'ABCDEFGH'],
})

async function answer(request: Request): Promise<Response> {
  const address = request.headers.get('x-forwarded-for')?.split(',')[0]
  return (await firstParty.handle(request, { address })) ?? new Response(null, { status: 404 })
}

export { answer as GET, answer as POST }
