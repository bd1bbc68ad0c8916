import { readFileSync } from 'node:fs'
import { slug } from 'github-slugger'
import { describeFields } from './describe-fields.mjs'

const METHODS = ['get', 'post', 'put', 'delete']

const document = () => JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))

/** An example of a media type, as JSON to read. */
const exampleOf = (content) => {
  const { example, examples } = content?.['application/json'] ?? {}
  const value = example ?? Object.values(examples ?? {})[0]?.value
  return value === undefined ? [] : [['```json', JSON.stringify(value, null, 2), '```'].join('\n')]
}

/** Braces would be Vue's in a page. */
const code = (text) => `<code v-pre>${text}</code>`

function describeOperation(method, path, operation, schemas) {
  const { summary, description, parameters = [], requestBody, deprecated } = operation
  const body = requestBody?.content?.['application/json']
  const asked = parameters.map(
    ({ name, in: where, required, schema = {}, description: text }) =>
      `| \`${name}\` | ${where} | ${required ? 'yes' : ''} | ${text ?? schema.description ?? ''} |`,
  )
  return [
    `## ${summary}`,
    code(`${method.toUpperCase()} ${path}`),
    ...(deprecated ? ['For older clients.'] : []),
    ...(description ? [description] : []),
    ...(asked.length > 0
      ? [['| parameter | in | required | |', '| --- | --- | --- | --- |', ...asked].join('\n')]
      : []),
    ...(body?.schema ? ['**Body**', ...describeFields(body.schema, schemas)] : []),
    ...exampleOf(requestBody?.content),
  ].join('\n\n')
}

/**
 * The calls of the REST API as pages, one for each chapter of the OpenAPI document: its name, the
 * last part of its address, and its text in Markdown.
 */
export function apiChapters() {
  const { paths, tags, components } = document()
  return tags.map(({ name, description }) => {
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      METHODS.filter((method) => methods[method]?.tags?.includes(name)).map((method) =>
        describeOperation(method, path, methods[method], components.schemas),
      ),
    )
    return {
      chapter: name,
      slug: slug(name),
      text: [`# ${name}`, description, ...operations].filter(Boolean).join('\n\n'),
    }
  })
}
