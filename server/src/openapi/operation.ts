import type { TSchema } from 'typebox'
import type { ProgramType } from '../store/database.js'
import type { RecordName } from './records.js'

/** What the document says of a route beyond what its schemas say. */
export interface Operation {
  /** A few words, as in a table of contents. */
  summary: string
  /** What will surprise, in sentences. */
  description?: string
  /** What comes back when all is well. */
  answer: Answer
  /** 200 if not given. */
  status?: 200 | 201
  /** Whoever may call it: with an API key, or signed in to the program, if not given. */
  access?: 'anyone' | 'signature' | 'session'
  /** Calls that work; the tests send each of them. Empty where a call needs what no example can hold. */
  examples: Example[]
}

/**
 * - a name: `data` is such a record
 * - `list`: `data` is a page of them, `rows` all of them
 * - `any`: `data` is one of several
 * - `done`: there is nothing but `status`
 * - `raw`: the whole body
 * - `text`: no JSON, but text of this type
 */
export type JsonAnswer =
  | RecordName
  | { list: RecordName | RecordName[] }
  | { rows: RecordName }
  | { any: (RecordName | { list: RecordName } | { rows: RecordName } | 'nothing')[] }
  | 'done'
  | { raw: TSchema }

export type Answer = JsonAnswer | { text: string; description: string }

/** A call, in a program that holds whom and what it names. */
export interface Example {
  /** What it shows, in the imperative. */
  title: string
  /** `affiliate` if not given. */
  program?: ProgramType
  path?: Record<string, string | number>
  query?: Record<string, string | number>
  body?: unknown
}

/** By method and path, as the document writes them: `GET /v1/partners/{id}`. */
export type Operations = Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Operation>
