/** What a schema asks of a value, in a few words. */
function rules({ type, enum: values, minLength, maxLength, minimum, maximum, items }) {
  const inList = items?.type ? ` of ${items.type}s` : ''
  return [
    type === undefined ? [] : [`${[type].flat().join(' or ')}${inList}`],
    values?.length ? [values.map((value) => `\`${value}\``).join(', ')] : [],
    minLength > 1 ? [`at least ${minLength} characters`] : [],
    maxLength ? [`at most ${maxLength} characters`] : [],
    minimum === undefined ? [] : [`from ${minimum}`],
    maximum === undefined ? [] : [`to ${maximum}`],
  ]
    .flat()
    .join(', ')
}

/** A text that stands in a cell of a table, and in a page of Vue. */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('{{', '&#123;&#123;')

/** `[path, schema, required]` of every field, those of a nested object behind their parent's name. */
function fieldsOf(schema, schemas, prefix = '') {
  const { properties = {}, required = [] } = resolved(schema, schemas)
  return Object.entries(properties).flatMap(([name, given]) => {
    const field = resolved(given, schemas)
    const path = `${prefix}${name}`
    const inner = field.type === 'array' ? resolved(field.items ?? {}, schemas) : field
    const suffix = field.type === 'array' ? '[].' : '.'
    const nested = inner.properties ? fieldsOf(inner, schemas, `${path}${suffix}`) : []
    return [[path, field, required.includes(name)], ...nested]
  })
}

const resolved = (schema, schemas) =>
  schema.$ref ? schemas[schema.$ref.split('/').at(-1)] : schema

/** A body's fields as a table in Markdown; nothing for a body without any. */
export function describeFields(schema, schemas) {
  const whole = resolved(schema, schemas)
  const choices = whole.anyOf ?? whole.oneOf ?? [whole]
  return choices
    .map((choice) => fieldsOf(choice, schemas))
    .filter((fields) => fields.length > 0)
    .map((fields) =>
      [
        '| field | required | |',
        '| --- | --- | --- |',
        ...fields.map(([path, field, required]) => {
          const text = [rules(field), field.description].filter(Boolean).join('; ')
          return `| \`${path}\` | ${required ? 'yes' : ''} | ${cell(text)} |`
        }),
      ].join('\n'),
    )
}
