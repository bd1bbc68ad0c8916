import { Type } from 'typebox'
import { Email, Key, Name, Tags } from './identifiers.js'
import { PageQuery } from './page-query.js'

export const PartnerBody = Type.Object({
  email: Email,
  id: Type.Optional(Key),
  key: Type.Optional(Key),
  name: Type.Optional(Name),
  surname: Type.Optional(Name),
  tags: Type.Optional(Tags),
})

export const PartnersQuery = Type.Object({
  ...PageQuery.properties,
  id: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
})

export const PartnersSearch = Type.Object({
  ...PartnersQuery.properties,
  name: Type.Optional(Type.String()),
})
