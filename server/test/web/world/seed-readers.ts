import type { Api } from '../../helpers/create-api.js'

/** A newsletter's readers in each state, one of whom has earned something. */
export async function seedReaders(api: Api): Promise<void> {
  await api.post('/rewards', { name: 'A mug', subscribers_count: 1 })
  const { body } = await api.post('/subscribers', { name: 'Ada', email: 'ada@mail.example' })
  const referral = { key: body.data.key }
  await api.post('/subscribers', { name: 'Ben', email: 'ben@mail.example', referral })
  await api.post('/subscribers', {
    email: 'a.reader.with.a.long.name@mail.example',
    approved: false,
  })
  await api.post('/subscribers', { name: 'Cleo', email: 'cleo@mail.example', status: 'suspended' })
}
