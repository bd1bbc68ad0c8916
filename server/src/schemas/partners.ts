import { Type } from 'typebox'
import { Email, Key, Name, Tags } from './identifiers.js'

export const PartnerBody = Type.Object({
  email: Email,
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  name: Type.Optional(Name),
  surname: Type.Optional(Name),
  tags: Type.Optional(Tags),
})
