import { Hono } from 'hono'
import { createFirstParty } from '../../../src/node/index.js'

const firstParty = createFirstParty({
  host: process.env.POLLEN_HOST ?? 'https://pollen.example',
  programs: [process.env.POLLEN_PROGRAM ?? 'ABCDEFGH'],
})

export const app = new Hono()
app.use(async (context, next) => {
  const request = context.req.raw
  const address = context.req.header('cf-connecting-ip') // or what your platform calls it
  const answer = await firstParty.handle(request, { address })
  if (answer) return answer
  await next()
  for (const cookie of firstParty.landingCookies(request)) {
    context.header('set-cookie', cookie, { append: true })
  }
})

app.get('/', (context) => context.html('<h1>Shop</h1>'))
