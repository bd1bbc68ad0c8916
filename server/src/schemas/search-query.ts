import { Type } from 'typebox'
import { PageQuery } from './page-query.js'

/** Part of a name; SQLite takes no longer pattern than 50,000 bytes. */
const Part = Type.String({ maxLength: 255 })

/** What a search looks for, and how a single record is asked for in the query of a list. */
export const SearchQuery = Type.Object({
  ...PageQuery.properties,
  id: Type.Optional(Part),
  key: Type.Optional(Part),
  email: Type.Optional(Part),
  name: Type.Optional(Part),
})
